using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/avtal/{id}</c>: one agreement or action plan, with every due date of its period.</summary>
internal sealed class AgreementEndpoint(Facts facts, RegisterBook registers, OccurrenceFacts occurrences, PageRenderer pages)
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
        var history = await registers.HistoryAsync(context.RequestAborted);
        var view = new AgreementView(
            agreement,
            Standing.Of(agreement, occurrences.Today),
            [.. history.Extensions.Where(extended => extended.Agreement == id)],
            Named(agreement.Responsible),
            Named(agreement.Escalation),
            await PartsAsync(agreement, register, names, context.RequestAborted),
            await occurrences.ChainAsync(agreement, context.RequestAborted));
        await pages.WriteAsync<AgreementPage, AgreementView>(context, view, await facts.SiteAsync(register, context.RequestAborted));

        string[] Named(IEnumerable<ContactId> contacts) => [.. contacts.Select(contact => names.Contact(contact.Value))];
    }

    private async Task<IReadOnlyList<ObligationPart>> PartsAsync(
        Agreement agreement, Register register, RegisterNames names, CancellationToken cancellation)
    {
        List<ObligationPart> parts = [];
        foreach (var obligation in agreement.Obligations)
        {
            var years = Occurrences.For(agreement, obligation, register.InUseFrom);
            parts.Add(new ObligationPart(
                obligation,
                [.. obligation.Recipients.Select(contact => names.Contact(contact.Value))],
                await occurrences.LinesAsync(agreement, obligation, years.Occurrences, cancellation),
                years.Omitted));
        }

        return parts;
    }
}
