using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>Lays a plan's file into its occurrence, and lets follow what follows from it.</summary>
public sealed class PlanFiling(LedgerBook ledger, RegisterBook registers, DeadlineOptions options, IClock clock)
{
    /// <summary>Records the file, unless it is known there; returns the stream.</summary>
    public async Task<StreamId> FileAsync(Verdict.Plan plan, ArchivedDocument document, string name, CancellationToken cancellation)
    {
        if (plan.Placement is not { Obligation: { } obligation, Part: { } part })
            throw new InvalidOperationException("A plan was placed without an obligation or a part.");
        var stream = StreamId.OfAgreement(plan.Placement.Agreement.Value, plan.Placement.PlanYear);
        var register = await registers.CurrentAsync(cancellation);
        var now = clock.GetCurrentInstant();
        await ledger.RecordAsync<AgreementYear>(
            stream,
            "system:intake",
            year => IsKnown(year.Of(obligation), document.Hash, part, plan.Placement.Adopted)
                ? []
                : AgreementRules.Follow(year, [Received(plan.Placement, obligation, part, document, name)], register, options, now),
            cancellation);
        return stream;
    }

    // The same bytes tell something new once more: that what was a draft is adopted.
    private static bool IsKnown(OccurrenceProgress progress, DocumentHash hash, string part, Decision? adopted) =>
        progress.Has(hash, part) && (adopted is null || progress.Adoption is not null);

    private static PlanReceived Received(Placement placement, ObligationId obligation, string part, ArchivedDocument document, string name)
    {
        var personal = new PersonalValues();
        return new PlanReceived(obligation, new DocumentRef(document.Hash, personal.Commit(name), part, document.Size), placement.Adopted, placement.Why)
        {
            Personal = personal,
        };
    }
}
