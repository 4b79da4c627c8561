using Samverkan.Ledger;

namespace Samverkan.Storage.Azure;

/// <summary>Up to which version of each stream the rows are made.</summary>
internal sealed class ProjectedVersions(AzureAccount account)
{
    private const string Partition = "projicerat";
    private readonly RowSet _rows = new(account.Table(AzureNames.RowTable), Partition);

    /// <summary>The version; 0 where none are made.</summary>
    public async Task<long> GetAsync(StreamId stream, CancellationToken cancellation) =>
        (await _rows.FindAsync(stream.Value, cancellation))?.GetInt64("Version") ?? 0;

    /// <summary>Sets it, never back.</summary>
    public Task SetAsync(StreamId stream, long version, CancellationToken cancellation) => _rows.WriteAsync(
        [new RowChange(stream.Value, version, new Dictionary<string, object?>(StringComparer.Ordinal) { ["Version"] = version }, [], null)],
        cancellation);
}
