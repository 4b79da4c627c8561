using System.Diagnostics.CodeAnalysis;

namespace Samverkan.Intake.Matching;

/// <summary>What became of matching a document: its place, or why it has none; never both.</summary>
public sealed record PlacementResult
{
    private PlacementResult(Placement? placement, Unplaced? unplaced) => (Placement, Unplaced) = (placement, unplaced);

    /// <summary>The place; null where there is none.</summary>
    public Placement? Placement { get; }

    /// <summary>Why there is no place; null where there is one.</summary>
    public Unplaced? Unplaced { get; }

    /// <summary>True where the document has a place.</summary>
    [MemberNotNullWhen(true, nameof(Placement))]
    [MemberNotNullWhen(false, nameof(Unplaced))]
    public bool IsPlaced => Placement is not null;

    internal static PlacementResult At(Placement placement) => new(placement, unplaced: null);

    internal static PlacementResult Nowhere(Unplaced unplaced) => new(placement: null, unplaced);
}
