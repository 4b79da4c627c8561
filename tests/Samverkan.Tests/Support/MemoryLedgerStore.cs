using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Samverkan.Ledger;

namespace Samverkan.Tests.Support;

/// <summary>Streams in memory that several hosts share.</summary>
internal sealed class MemoryLedgerStore : ILedgerStore
{
    private readonly Lock _turn = new();
    private ImmutableSortedDictionary<string, ImmutableList<StoredEvent>> _streams = ImmutableSortedDictionary.Create<string, ImmutableList<StoredEvent>>(StringComparer.Ordinal);

    internal IEnumerable<StoredEvent> All => _streams.Values.SelectMany(s => s);

    public Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        lock (_turn)
        {
            var stream = _streams.GetValueOrDefault(expected.Stream.Value, []);
            if (stream.Count != expected.Version) return Task.FromResult(false);
            _streams = _streams.SetItem(expected.Stream.Value, stream.AddRange(events));
            return Task.FromResult(true);
        }
    }

    public async IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var e in _streams.GetValueOrDefault(stream.Value, []).Skip((int)afterVersion)) yield return e;
    }

    public Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation) => Task.FromResult(Head(stream));

    public async IAsyncEnumerable<StreamHead> HeadsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var name in _streams.Keys) yield return Head(StreamId.Parse(name));
    }

    private StreamHead Head(StreamId stream) => _streams.GetValueOrDefault(stream.Value, []) is [.., var last]
        ? new StreamHead(stream, last.Version, last.Hash)
        : StreamHead.None(stream);
}
