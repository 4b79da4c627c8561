using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A file of a plan has been placed: it is the newest of its part from now on.</summary>
/// <param name="Obligation">What it belongs to, in the stream's agreement and plan year.</param>
/// <param name="Document">The file.</param>
/// <param name="Adopted">The adoption that its text or name states; null for a draft.</param>
/// <param name="Why">How it was placed, in Swedish: one sentence a reason.</param>
[EventName("plan-received")]
public sealed record PlanReceived(ObligationId Obligation, DocumentRef Document, Decision? Adopted, IReadOnlyList<string> Why)
    : LedgerEvent
{
    /// <inheritdoc/>
    public override IEnumerable<DocumentHash> Holds => [Document.Hash];
}
