namespace Samverkan.Tests.Support;

/// <summary>A host's end, before one of its calls of one port. From then on none of its calls gets through, of whatever port.</summary>
/// <param name="port">The port.</param>
/// <param name="call">The call of that port, by its number from 0.</param>
internal sealed class Death(Port port, int call)
{
    private int _calls;
    private volatile bool _hasCome;

    internal bool HasCome => _hasCome;

    public override string ToString() => $"died before call {call} of {port}";

    internal void Check(Port called)
    {
        if (called == port && Interlocked.Increment(ref _calls) > call) _hasCome = true;
        if (_hasCome) throw new IOException("The host is dead.");
    }
}
