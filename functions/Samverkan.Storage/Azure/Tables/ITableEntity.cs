namespace Azure.Data.Tables;

/// <summary>What every entity of a table has.</summary>
internal interface ITableEntity
{
    /// <summary>The partition that the entity lies in.</summary>
    string PartitionKey { get; set; }

    /// <summary>The entity's name within its partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last changed it; null before it is stored.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Which version of it this is.</summary>
    ETag ETag { get; set; }
}
