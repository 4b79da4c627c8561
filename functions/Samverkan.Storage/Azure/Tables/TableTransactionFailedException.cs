using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction failed, and nothing of it was stored.</summary>
internal sealed class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Made of the failure of one action, whose message begins with the action's number.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException)
    {
        var digits = Message.AsSpan(0, Math.Max(0, Message.IndexOf(':', StringComparison.Ordinal)));
        FailedTransactionActionIndex = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    /// <summary>Which action failed, counted from 0; null where the service does not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
