using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A minutes extract has been placed. What was read out of it in full lies in the archive as JSON.</summary>
/// <param name="Obligation">The obligation that it concerns; null where it concerns the agreement itself.</param>
/// <param name="Document">The file.</param>
/// <param name="Index">Which extract of the file, from 0: whole minutes hold several.</param>
/// <param name="Decision">What the decision is known by.</param>
/// <param name="Adopts">Whether it adopts the plan.</param>
/// <param name="Recipients">Whom it lists, as resolved against the register.</param>
/// <param name="Omitted">Contacts that the obligation demands but the extract does not list; they receive all the same.</param>
/// <param name="Reading">The archived JSON of the reading.</param>
/// <param name="Why">How it was placed, in Swedish: one sentence a reason.</param>
[EventName("extract-received")]
public sealed record ExtractReceived(
    ObligationId? Obligation,
    DocumentRef Document,
    int Index,
    Decision Decision,
    bool Adopts,
    IReadOnlyList<ListedRecipient> Recipients,
    IReadOnlyList<ContactId> Omitted,
    DocumentHash Reading,
    IReadOnlyList<string> Why) : LedgerEvent
{
    /// <inheritdoc/>
    public override IEnumerable<DocumentHash> Holds => [Document.Hash, Reading];
}
