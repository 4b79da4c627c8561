using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Tests.Support;

/// <summary>An agenda in memory that several hosts share.</summary>
internal sealed class MemoryAgenda : IAgenda
{
    private readonly ConcurrentDictionary<StreamId, AgendaRow> _rows = [];

    public Task SetAsync(IReadOnlyCollection<AgendaRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
            _rows.AddOrUpdate(row.Stream, row, (_, old) => old.Version <= row.Version ? row : old);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<AgendaRow> DueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var row in _rows.Values.Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.Stream.Value, StringComparer.Ordinal).ToArray())
            yield return row;
    }

    public Task<Instant?> NextAsync(CancellationToken cancellation) => Task.FromResult(_rows.Values.Min(r => r.DueAt));
}
