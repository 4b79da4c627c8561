using System.Runtime.CompilerServices;
using Samverkan.Ledger;

namespace Samverkan.Tests.Support;

/// <summary>Streams in memory that several hosts share.</summary>
internal sealed class MemoryLedgerStore : ILedgerStore
{
    private readonly SortedDictionary<string, List<StoredEvent>> _streams = new(StringComparer.Ordinal);

    internal IEnumerable<StoredEvent> All => _streams.Values.SelectMany(s => s);

    public Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        if (!_streams.TryGetValue(expected.Stream.Value, out var stream)) _streams[expected.Stream.Value] = stream = [];
        if (stream.Count != expected.Version) return Task.FromResult(false);
        stream.AddRange(events);
        return Task.FromResult(true);
    }

    public async IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var e in (_streams.GetValueOrDefault(stream.Value) ?? []).Skip((int)afterVersion).ToArray()) yield return e;
    }

    public Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation) => Task.FromResult(Head(stream));

    public async IAsyncEnumerable<StreamHead> HeadsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var name in _streams.Keys.ToArray()) yield return Head(StreamId.Parse(name));
    }

    private StreamHead Head(StreamId stream) => _streams.GetValueOrDefault(stream.Value) is [.., var last]
        ? new StreamHead(stream, last.Version, last.Hash)
        : StreamHead.None(stream);
}
