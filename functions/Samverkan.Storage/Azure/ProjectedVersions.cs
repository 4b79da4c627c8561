using System.Collections.Concurrent;
using System.Diagnostics;
using Samverkan.Ledger;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Up to which version of each stream the rows are made. What this host has just seen or set is not asked for again at once:
/// another host may have gone on meanwhile, and then this one leaves the version behind, which the sweep mends.
/// </summary>
internal sealed class ProjectedVersions(AzureAccount account)
{
    private const string Partition = "projicerat";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly RowSet _rows = new(account.Table(AzureNames.RowTable), Partition);
    private readonly ConcurrentDictionary<StreamId, (long Version, long At)> _known = new();

    /// <summary>The version; 0 where none are made.</summary>
    public async Task<long> GetAsync(StreamId stream, CancellationToken cancellation)
    {
        if (_known.TryGetValue(stream, out var known) && Stopwatch.GetElapsedTime(known.At) < Fresh) return known.Version;
        var version = (await _rows.FindAsync(stream.Value, cancellation))?.GetInt64("Version") ?? 0;
        _known[stream] = (version, Stopwatch.GetTimestamp());
        return version;
    }

    /// <summary>Sets it, never back.</summary>
    public async Task SetAsync(StreamId stream, long version, CancellationToken cancellation)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Version"] = version };
        await _rows.WriteAsync([new RowChange(stream.Value, version, values, [], CountedAs: null)], cancellation);
        var at = Stopwatch.GetTimestamp();
        _known.AddOrUpdate(stream, (version, at), (_, known) => (Math.Max(known.Version, version), at));
    }
}
