using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Web.Tests.Support;

/// <summary>Rows in memory, for one test. A page's token is the number of rows before it.</summary>
public sealed class MemoryDeliveryLog : IDeliveryLog, IDispatchQueue
{
    private readonly Dictionary<string, DeliveryRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<StreamId, long> _versions = [];

    /// <summary>What every read fails with; null for none.</summary>
    public Exception? Failure { get; set; }

    public Task UpsertAsync(IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) _rows[row.Id] = row;
        return Task.CompletedTask;
    }

    public Task<DeliveryRow?> FindAsync(string deliveryId, CancellationToken cancellation) =>
        Task.FromResult(_rows.GetValueOrDefault(deliveryId));

    public Task<DeliveryPage> PageAsync(DeliveryFilter filter, CancellationToken cancellation)
    {
        if (Failure is { } failure) throw failure;
        if (!int.TryParse(filter.After ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var skip)) throw new FormatException();
        DeliveryRow[] rows =
        [
            .. _rows.Values
                .Where(row => (filter.State ?? row.State) == row.State && (filter.Contact ?? row.Contact) == row.Contact)
                .Where(row => (filter.Agreement ?? row.Agreement) == row.Agreement && (filter.PlanYear ?? row.PlanYear) == row.PlanYear)
                .Where(row => filter.Notices || row.Version is not DeliveryVersion.Notice)
                .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id, StringComparer.Ordinal)
                .Skip(skip).Take(filter.Size + 1),
        ];
        var next = rows.Length > filter.Size ? (skip + filter.Size).ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new DeliveryPage([.. rows.Take(filter.Size)], next));
    }

    public Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellation)
    {
        if (Failure is { } failure) throw failure;
        return Task.FromResult<IReadOnlyDictionary<DeliveryState, int>>(_rows.Values
            .Where(row => row.Version is not DeliveryVersion.Notice)
            .GroupBy(row => row.State).ToDictionary(rows => rows.Key, rows => rows.Count()));
    }

    public Task<int> CountStoppedNoticesAsync(CancellationToken cancellation) => Task.FromResult(
        _rows.Values.Count(row => row.Version is DeliveryVersion.Notice && DeliveryRow.AwaitingPerson.Contains(row.State)));

    public Task<Instant?> OldestAsync(CancellationToken cancellation) => Task.FromResult(_rows.Values
        .Where(row => row.Version is not DeliveryVersion.Notice && DeliveryRow.Undelivered.Contains(row.State))
        .Min(row => (Instant?)row.CreatedAt));

    public async IAsyncEnumerable<string> DueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        if (Failure is { } failure) throw failure;
        foreach (var row in _rows.Values.Where(row => row.NextAt <= now).OrderBy(row => row.NextAt).ToArray()) yield return row.Id;
    }

    public Task<long> ProjectedVersionAsync(StreamId stream, CancellationToken cancellation) =>
        Task.FromResult(_versions.GetValueOrDefault(stream));

    public Task ProjectAsync(StreamId stream, long after, long upTo, IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation)
    {
        if (_versions.GetValueOrDefault(stream) is var known && known >= after) _versions[stream] = Math.Max(known, upTo);
        return UpsertAsync(rows, cancellation);
    }

    public Task EnqueueAsync(IReadOnlyCollection<string> deliveryIds, Instant visibleAt, CancellationToken cancellation) => Task.CompletedTask;
}
