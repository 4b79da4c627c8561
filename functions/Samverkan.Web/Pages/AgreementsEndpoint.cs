using Microsoft.AspNetCore.Http;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Web.Pages;

/// <summary><c>/avtal</c>: the agreements and action plans, with what is due next.</summary>
internal sealed class AgreementsEndpoint(Facts facts, PageRenderer pages, IClock clock)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var register = await facts.RegisterAsync(context.RequestAborted);
        var today = Stockholm.DateOf(clock.GetCurrentInstant());
        var cards = (register?.Agreements ?? []).Select(agreement => Card(agreement, register!, today)).OrderBy(card => card.Agreement.To < today);
        await pages.WriteAsync<AgreementsPage, AgreementsView>(
            context, new AgreementsView([.. cards], register is not null), await facts.SiteAsync(register, context.RequestAborted));
    }

    private static AgreementCard Card(Agreement agreement, Register register, LocalDate today)
    {
        var next = agreement.Obligations
            .SelectMany(obligation => Occurrences.For(agreement, obligation, register.InUseFrom).Occurrences
                .Select(occurrence => DueLine.Of(obligation.Title, occurrence, today)))
            .Where(line => line.DaysLeft >= 0)
            .MinBy(line => line.DaysLeft);
        return new AgreementCard(agreement, Standing.Of(agreement, today), next);
    }
}
