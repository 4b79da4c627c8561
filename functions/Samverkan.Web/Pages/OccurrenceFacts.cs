using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Web.Pages;

/// <summary>What the ledger has about an agreement's years, and about its endorsements.</summary>
internal sealed class OccurrenceFacts(LedgerBook ledger, IClock clock)
{
    internal LocalDate Today => Stockholm.DateOf(clock.GetCurrentInstant());

    /// <summary>The obligation's occurrences, in order.</summary>
    internal async Task<IReadOnlyList<OccurrenceLine>> LinesAsync(
        Agreement agreement, Obligation obligation, IReadOnlyList<Occurrence> occurrences, CancellationToken cancellation)
    {
        var today = Today;
        List<OccurrenceLine> lines = [];
        foreach (var occurrence in occurrences)
        {
            var year = await ledger.LoadAsync<AgreementYear>(StreamId.OfAgreement(agreement.Id.Value, occurrence.PlanYear), cancellation);
            lines.Add(OccurrenceLine.Of(obligation, occurrence, year, today));
        }

        return lines;
    }

    /// <summary>Who stands behind an action plan; null where the register names nobody who shall.</summary>
    internal async Task<EndorsementChain?> ChainAsync(Agreement agreement, CancellationToken cancellation)
    {
        if (agreement.Kind is not AgreementKind.ActionPlan) return null;
        List<Endorsed> endorsements = [];
        foreach (var stream in Enumerable.Range(agreement.From.Year, agreement.To.Year - agreement.From.Year + 1)
            .Select(year => StreamId.OfAgreement(agreement.Id.Value, year))
            .Prepend(StreamId.OfAgreement(agreement.Id.Value, null)))
        {
            endorsements.AddRange((await ledger.LoadAsync<AgreementYear>(stream, cancellation)).Endorsements);
        }

        var chain = EndorsementChain.Of(agreement, endorsements);
        return chain.Links.Count + chain.Others.Count > 0 ? chain : null;
    }
}
