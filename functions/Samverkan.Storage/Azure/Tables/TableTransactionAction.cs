namespace Azure.Data.Tables;

/// <summary>One action of a transaction.</summary>
/// <param name="actionType">What it does.</param>
/// <param name="entity">To which entity.</param>
/// <param name="etag">The version that an update or delete is to meet; the default meets any.</param>
internal sealed class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    /// <summary>What it does.</summary>
    public TableTransactionActionType ActionType { get; } = actionType;

    /// <summary>To which entity.</summary>
    public ITableEntity Entity { get; } = entity;

    /// <summary>The version that an update or delete is to meet.</summary>
    public ETag ETag { get; } = etag;
}
