using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/avtal/{id}</c>: one agreement or action plan, with every due date of its period.</summary>
internal sealed class AgreementEndpoint(Facts facts, RegisterBook registers, PageRenderer pages, IClock clock)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var register = await facts.RegisterAsync(context.RequestAborted);
        if (!AgreementId.TryParse(context.GetRouteValue("id") as string, out var id) || register?.FindAgreement(id) is not { } agreement)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var names = new RegisterNames(register);
        var today = Stockholm.DateOf(clock.GetCurrentInstant());
        var history = await registers.HistoryAsync(context.RequestAborted);
        var view = new AgreementView(
            agreement,
            Standing.Of(agreement, today),
            [.. history.Extensions.Where(extended => extended.Agreement == id)],
            Named(agreement.Responsible),
            Named(agreement.Escalation),
            [.. agreement.Obligations.Select(obligation => Part(obligation, Occurrences.For(agreement, obligation, register.InUseFrom)))]);
        await pages.WriteAsync<AgreementPage, AgreementView>(context, view, await facts.SiteAsync(register, context.RequestAborted));

        string[] Named(IEnumerable<ContactId> contacts) => [.. contacts.Select(contact => names.Contact(contact.Value))];

        ObligationPart Part(Obligation obligation, ObligationYears years) => new(
            obligation,
            Named(obligation.Recipients),
            [.. years.Occurrences.Select(occurrence => DueLine.Of(obligation.Title, occurrence, today))],
            years.Omitted);
    }
}
