using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Agreements;
using Samverkan.Dispatch.Desk;
using Samverkan.Web.Pages;
using Samverkan.Web.SignIn;

namespace Samverkan.Web.Forms;

/// <summary>What an administrator posts on a contact's page, about all of its deliveries that wait for a person.</summary>
internal sealed class ContactForms(BulkDesk bulk, ContactDesk contacts, ContactEndpoint page)
{
    internal Task ResendAsync(HttpContext context, SignedIn person, IFormCollection form) => EachAsync(
        context, form, DeliveryForms.Resend, id => bulk.ResendAsync(id, reason: null, person.Name, context.RequestAborted));

    internal Task CancelAsync(HttpContext context, SignedIn person, IFormCollection form) => EachAsync(
        context, form, DeliveryForms.Cancel, id => bulk.CancelAsync(id, form[DeliveryForms.Reason].ToString(), person.Name, context.RequestAborted));

    internal Task AcknowledgeAsync(HttpContext context, SignedIn person, IFormCollection form) => EachAsync(
        context, form, DeliveryForms.Acknowledge, id => bulk.AcknowledgeAsync(id, form[DeliveryForms.Reason].ToString(), person.Name, context.RequestAborted));

    internal async Task CorrectAsync(HttpContext context, SignedIn person, IFormCollection form)
    {
        var also = form[DeliveryForms.AlsoResend] == "1";
        var result = await DeliveryForms.CorrectAsync(contacts, Id(context), person, form, context.RequestAborted);
        if (!result.IsRecorded && !(also && result.Code == ContactDesk.Unchanged))
            await RefuseAsync(context, FormProblem.Of(DeliveryForms.Address, DeliveryForms.To, result.Message!, form));
        else if (also) await ResendAsync(context, person, form);
        else FormReader.SeeOther(context, $"/kontakt/{Id(context)}?klart={DeliveryForms.Address}");
    }

    // What was done stays done; of what was not the first is told, and the rest is still on the page.
    private async Task EachAsync(HttpContext context, IFormCollection form, string name, Func<ContactId, Task<BulkResult>> act)
    {
        if (!ContactId.TryParse(Id(context), out var contact))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var result = await act(contact);
        if (result.Refused is [var (id, why), ..])
            await RefuseAsync(context, FormProblem.Of(name, DeliveryForms.Reason, string.Create(CultureInfo.InvariantCulture, $"{result.Done} av {result.Done + result.Refused.Count} gick. {id}: {why.Message}"), form));
        else FormReader.SeeOther(context, string.Create(CultureInfo.InvariantCulture, $"/kontakt/{contact}?klart={name}&antal={result.Done}"));
    }

    private Task RefuseAsync(HttpContext context, FormProblem problem)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.WriteAsync(context, problem);
    }

    private static string Id(HttpContext context) => context.GetRouteValue("id") as string ?? "";
}
