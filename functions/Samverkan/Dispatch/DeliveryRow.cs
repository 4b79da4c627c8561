using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>One line of the delivery log.</summary>
/// <param name="Id">The delivery's id.</param>
/// <param name="StreamVersion">The version of the stream that the row was made of.</param>
/// <param name="Agreement">The agreement; null for a notice that concerns several.</param>
/// <param name="Obligation">The obligation; null for a decision that belongs to none.</param>
/// <param name="PlanYear">The plan year; null where there is none.</param>
/// <param name="Version">Which version is handed over.</param>
/// <param name="Contact">To whom: a contact's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How many tries have been begun.</param>
/// <param name="CreatedAt">When it became owed.</param>
/// <param name="HandedOverAt">When the channel took it; null until then.</param>
/// <param name="NextAt">When something is to happen: the next try, or the end of the claim; null where it waits for nothing.</param>
/// <param name="Documents">The documents' hashes, in order; their names are personal and lie in the ledger.</param>
public sealed record DeliveryRow(
    string Id,
    long StreamVersion,
    string? Agreement,
    string? Obligation,
    int? PlanYear,
    DeliveryVersion Version,
    string Contact,
    DeliveryState State,
    int Attempts,
    Instant CreatedAt,
    Instant? HandedOverAt,
    Instant? NextAt,
    IReadOnlyList<DocumentHash> Documents)
{
    /// <summary>The states in which nobody has received it yet.</summary>
    public static IReadOnlyList<DeliveryState> Undelivered { get; } =
        [DeliveryState.Owed, DeliveryState.Claimed, DeliveryState.Waiting, DeliveryState.NeedsPerson, DeliveryState.Bounced];

    /// <summary>The states in which nothing happens until somebody acts.</summary>
    public static IReadOnlyList<DeliveryState> AwaitingPerson { get; } = [DeliveryState.NeedsPerson, DeliveryState.Bounced];

    /// <summary>The stream that the delivery belongs to, as its id tells.</summary>
    public StreamId Stream => DeliveryId.StreamOf(Id);
}
