using NodaTime;

namespace Samverkan.Ledger;

/// <summary>For which day the newest anchor in the stream <c>audit</c> is.</summary>
/// <param name="Newest">The day; null before the first.</param>
public sealed record AnchorHistory(LocalDate? Newest) : IStreamState<AnchorHistory>
{
    /// <inheritdoc/>
    public static AnchorHistory Empty(StreamId stream) => new((LocalDate?)null);

    /// <inheritdoc/>
    public AnchorHistory Apply(RecordedEvent e) => e.Event is Anchored anchored ? new AnchorHistory(anchored.Day) : this;
}
