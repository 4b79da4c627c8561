using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Tests.Support;

/// <summary>A delivery log in memory that several hosts share.</summary>
internal sealed class MemoryDeliveryLog : IDeliveryLog
{
    private readonly ConcurrentDictionary<string, DeliveryRow> _rows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<StreamId, long> _projected = [];

    internal IEnumerable<DeliveryRow> Rows => _rows.Values;

    public Task UpsertAsync(IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
            _rows.AddOrUpdate(row.Id, row, (_, old) => old.StreamVersion <= row.StreamVersion ? row : old);
        return Task.CompletedTask;
    }

    public Task<DeliveryRow?> FindAsync(string deliveryId, CancellationToken cancellation) => Task.FromResult(_rows.GetValueOrDefault(deliveryId));

    public Task<DeliveryPage> PageAsync(DeliveryFilter filter, CancellationToken cancellation)
    {
        var all = _rows.Values
            .Where(r => (filter.State is null || r.State == filter.State) && (filter.Contact is null || r.Contact == filter.Contact)
                && (filter.Notices || r.Version is not DeliveryVersion.Notice))
            .OrderByDescending(r => r.CreatedAt).ThenBy(r => r.Id, StringComparer.Ordinal).ToArray();
        var skip = filter.After is { } after ? int.Parse(after, CultureInfo.InvariantCulture) : 0;
        var end = skip + filter.Size;
        return Task.FromResult(new DeliveryPage([.. all.Skip(skip).Take(filter.Size)], end < all.Length ? end.ToString(CultureInfo.InvariantCulture) : null));
    }

    public Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<DeliveryState, int>>(_rows.Values.Where(r => r.Version is not DeliveryVersion.Notice).CountBy(r => r.State).ToDictionary(p => p.Key, p => p.Value));

    public Task<int> CountStoppedNoticesAsync(CancellationToken cancellation) => Task.FromResult(
        _rows.Values.Count(row => row.Version is DeliveryVersion.Notice && DeliveryRow.AwaitingPerson.Contains(row.State)));

    public Task<Instant?> OldestAsync(CancellationToken cancellation) => Task.FromResult(_rows.Values
        .Where(row => row.Version is not DeliveryVersion.Notice && DeliveryRow.Undelivered.Contains(row.State))
        .Min(row => (Instant?)row.CreatedAt));

    public async IAsyncEnumerable<string> DueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var row in _rows.Values.Where(r => r.NextAt <= now).OrderBy(r => r.NextAt).ToArray()) yield return row.Id;
    }

    public Task<long> ProjectedVersionAsync(StreamId stream, CancellationToken cancellation) => Task.FromResult(_projected.GetValueOrDefault(stream));

    public Task ProjectAsync(StreamId stream, long after, long upTo, IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation)
    {
        if (_projected.GetValueOrDefault(stream) is var known && known >= after) _projected[stream] = Math.Max(known, upTo);
        return UpsertAsync(rows, cancellation);
    }
}
