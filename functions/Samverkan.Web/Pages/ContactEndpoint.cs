using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Desk;
using Samverkan.Web.Forms;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/kontakt/{id}</c>: how a contact is reached, and what to it waits for a person.</summary>
internal sealed class ContactEndpoint(Facts facts, BulkDesk bulk, PageRenderer pages)
{
    private const int MostListed = 100;

    internal Task HandleAsync(HttpContext context) => WriteAsync(context, problem: null);

    /// <summary>Writes the page.</summary>
    /// <param name="context">The request; the contact's id is in its address.</param>
    /// <param name="problem">Why what was posted was not done; null where nothing was.</param>
    internal async Task WriteAsync(HttpContext context, FormProblem? problem)
    {
        var cancellation = context.RequestAborted;
        var register = await facts.RegisterAsync(cancellation);
        if (!ContactId.TryParse(context.GetRouteValue("id") as string, out var id) || register?.FindContact(id) is not { } contact)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var waiting = await bulk.NeedingPersonAsync(id, cancellation);
        var names = new RegisterNames(register);
        var view = new ContactView(contact, [.. waiting.Take(MostListed).Select(d => Line(d, names))], waiting.Count)
        {
            Problem = problem,
            Done = Done(context.Request.Query["klart"], context.Request.Query["antal"]),
        };
        await pages.WriteAsync<ContactPage, ContactView>(context, view, await facts.SiteAsync(register, cancellation));
    }

    private static string? Done(string? what, string? count)
    {
        if (what is DeliveryForms.Address) return "Adressen är rättad. Det står i liggaren vem som gjorde det.";
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var deliveries = number == 1 ? "1 expediering" : string.Create(CultureInfo.InvariantCulture, $"{number} expedieringar");
        return what switch
        {
            DeliveryForms.Resend => $"{deliveries} skickas igen.",
            DeliveryForms.Cancel => $"{deliveries} har återkallats.",
            DeliveryForms.Acknowledge => $"{deliveries} har kvitterats för hand.",
            _ => null,
        };
    }

    private static DeliveryLine Line(Delivery delivery, RegisterNames names)
    {
        var matter = MatterWords.Of(delivery, names);
        return new DeliveryLine(
            $"/expediering/{delivery.Id}",
            matter.What,
            matter.About,
            VersionWords.Of(delivery.Version),
            names.Contact(delivery.Contact.Value),
            delivery.Via is { } via ? names.Contact(via.Value) : null,
            StateWords.Of(delivery.State),
            delivery.Attempts.Count,
            delivery.CreatedAt,
            delivery.HandedOverAt);
    }
}
