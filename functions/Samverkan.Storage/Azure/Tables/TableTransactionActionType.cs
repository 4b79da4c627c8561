namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does.</summary>
internal enum TableTransactionActionType
{
    /// <summary>Inserts; fails where the entity is there.</summary>
    Add,

    /// <summary>Merges into an entity that is there and of the ETag.</summary>
    UpdateMerge,

    /// <summary>Replaces an entity that is there and of the ETag.</summary>
    UpdateReplace,

    /// <summary>Removes an entity that is there and of the ETag.</summary>
    Delete,

    /// <summary>Inserts or merges.</summary>
    UpsertMerge,

    /// <summary>Inserts or replaces.</summary>
    UpsertReplace,
}
