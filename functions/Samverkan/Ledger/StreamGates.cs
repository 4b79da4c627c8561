namespace Samverkan.Ledger;

/// <summary>
/// Lets one writer of this process at a time into a stream, so that conflicts come only from other processes. A fixed
/// number of gates is shared by all streams; two streams behind one gate only wait for each other.
/// </summary>
internal sealed class StreamGates : IDisposable
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the stream's turn; dispose the answer to give it on.</summary>
    public async Task<IDisposable> EnterAsync(StreamId stream, CancellationToken cancellation)
    {
        var gate = _gates[(uint)stream.Value.GetHashCode(StringComparison.Ordinal) % _gates.Length];
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var gate in _gates) gate.Dispose();
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
