using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Desk;
using Samverkan.Web.Forms;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/expediering/{id}</c>: one delivery, read from the ledger itself.</summary>
internal sealed class DeliveryEndpoint(Facts facts, ExtractFacts extracts, DeliveryDesk desk, PageRenderer pages)
{
    internal Task HandleAsync(HttpContext context) => WriteAsync(context, problem: null);

    /// <summary>Writes the page.</summary>
    /// <param name="context">The request; the delivery's id is in its address.</param>
    /// <param name="problem">Why what was posted was not done; null where nothing was.</param>
    internal async Task WriteAsync(HttpContext context, FormProblem? problem)
    {
        var cancellation = context.RequestAborted;
        if (await facts.DeliveryAsync(context.GetRouteValue("id") as string, cancellation) is not { } delivery)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var register = await facts.RegisterAsync(cancellation);
        var names = new RegisterNames(register);
        var view = new DeliveryView(
            delivery,
            MatterWords.Of(delivery, names).What,
            names.Contact(delivery.Contact.Value),
            delivery.Via is { } via ? names.Contact(via.Value) : null,
            DeliveryId.StreamOf(delivery.Id).AgreementYear is { } owner ? $"/avtal/{owner.Agreement}" : null,
            register)
        {
            Extracts = await extracts.OfAsync(delivery, names, cancellation),
            Problem = problem,
            Tools = await desk.ToolsAsync(delivery.Id, cancellation),
            Done = Done(context.Request.Query["klart"]),
            IsCorrected = context.Request.Query["klart"] == CorrectionForm.Done,
        };
        await pages.WriteAsync<DeliveryDetailsPage, DeliveryView>(context, view, await facts.SiteAsync(register, cancellation));
    }

    private static string? Done(string? what) => what switch
    {
        DeliveryForms.Resend => "Expedieringen skickas igen som den här. Det står i liggaren vem som gjorde det.",
        DeliveryForms.Address => "Adressen är rättad och expedieringen skickas igen som den här. Det står i liggaren vem som gjorde det.",
        DeliveryForms.Cancel => "Expedieringen är återkallad. Det står i liggaren vem som gjorde det.",
        DeliveryForms.Acknowledge => "Expedieringen är antecknad som kvitterad. Det står i liggaren vem som gjorde det.",
        _ => null,
    };
}
