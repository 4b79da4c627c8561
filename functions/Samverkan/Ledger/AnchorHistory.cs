using NodaTime;

namespace Samverkan.Ledger;

/// <summary>The newest anchor in the stream <c>audit</c>.</summary>
/// <param name="Anchor">The anchor; null before the first.</param>
public sealed record AnchorHistory(Anchored? Anchor) : IStreamState<AnchorHistory>
{
    /// <summary>The day that it is for; null before the first.</summary>
    public LocalDate? Newest => Anchor?.Day;

    /// <inheritdoc/>
    public static AnchorHistory Empty(StreamId stream) => new((Anchored?)null);

    /// <inheritdoc/>
    public AnchorHistory Apply(RecordedEvent e) => e.Event is Anchored anchored ? new AnchorHistory(anchored) : this;
}
