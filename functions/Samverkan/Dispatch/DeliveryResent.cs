using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// A person sends a delivery again: a new one is owed from now on, with the same documents, or the same notice, to the same
/// contact. It says all of the new delivery itself, so that the new one can be proven without the old one's entries.
/// </summary>
/// <param name="Id">The new delivery.</param>
/// <param name="Of">The one that is sent again; its history stays.</param>
/// <param name="Number">How many times the documents have been sent again with this: from 1.</param>
/// <param name="Version">Which version.</param>
/// <param name="Obligation">The obligation; null for a decision that belongs to none.</param>
/// <param name="SetHash">The hash of the document set, or of what a notice tells.</param>
/// <param name="Documents">What is handed over, in order; none for a notice, whose items have them.</param>
/// <param name="Matter">The facts of the covering letter; null where the old one had none.</param>
/// <param name="Contact">Who is to receive it.</param>
/// <param name="Via">The group through which the contact receives; null where it is named itself.</param>
/// <param name="Reason">Why; null where none was given.</param>
[EventName("delivery-resent")]
public sealed record DeliveryResent(
    string Id,
    string Of,
    int Number,
    DeliveryVersion Version,
    ObligationId? Obligation,
    string SetHash,
    IReadOnlyList<DocumentRef> Documents,
    Matter? Matter,
    ContactId Contact,
    ContactId? Via,
    Commitment? Reason) : LedgerEvent
{
    /// <summary>What a notice tells, in order; null for everything else.</summary>
    public IReadOnlyList<NoticeItem>? Items { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DocumentHash> Holds => Documents.Select(d => d.Hash);
}
