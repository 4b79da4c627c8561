namespace Samverkan.Ledger;

/// <summary>
/// What the events of a stream add up to. Immutable: <see cref="Apply"/> returns the next state, and ignores the kinds of
/// event that do not concern it, so that several states can be made of one stream.
/// </summary>
/// <typeparam name="TSelf">The state's own type.</typeparam>
public interface IStreamState<TSelf>
    where TSelf : class, IStreamState<TSelf>
{
    /// <summary>The state of a stream without events.</summary>
    static abstract TSelf Empty(StreamId stream);

    /// <summary>The state after one more event.</summary>
    TSelf Apply(RecordedEvent e);
}
