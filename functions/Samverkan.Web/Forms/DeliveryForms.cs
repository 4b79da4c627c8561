using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Desk;
using Samverkan.Web.Pages;
using Samverkan.Web.SignIn;

namespace Samverkan.Web.Forms;

/// <summary>What an administrator posts on a delivery's page: the same use cases as <c>resend</c>, <c>cancel</c>, <c>acknowledge</c> and <c>contact</c>.</summary>
internal sealed class DeliveryForms(DeliveryDesk desk, ContactDesk contacts, DeliveryEndpoint page)
{
    internal const string Resend = "skicka";
    internal const string Address = "adress";
    internal const string Cancel = "aterkalla";
    internal const string Acknowledge = "kvittera";

    internal const string Reason = "skal";
    internal const string Type = "typ";
    internal const string To = "till";
    internal const string AlsoResend = "igen";

    private const string ResentAlready = "resend.already";

    internal Task ResendAsync(HttpContext context, SignedIn person, IFormCollection form) => ResendAsync(context, person, form, Resend, Reason);

    internal async Task CorrectAsync(HttpContext context, SignedIn person, IFormCollection form)
    {
        if (await desk.FindAsync(Id(context), context.RequestAborted) is not { } delivery)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Posted again after a crash in the middle, the address is right already and the delivery still to be sent.
        var result = await CorrectAsync(contacts, delivery.Contact.Value, person, form, context.RequestAborted);
        if (result.IsRecorded || result.Code == ContactDesk.Unchanged) await ResendAsync(context, person, form, Address, To);
        else await RefuseAsync(context, form, Address, To, result);
    }

    internal async Task CancelAsync(HttpContext context, SignedIn person, IFormCollection form) => await AnswerAsync(
        context, form, Cancel, await desk.CancelAsync(Id(context), form[Reason].ToString(), person.Name, context.RequestAborted));

    internal async Task AcknowledgeAsync(HttpContext context, SignedIn person, IFormCollection form) => await AnswerAsync(
        context, form, Acknowledge, await desk.AcknowledgeAsync(Id(context), form[Reason].ToString(), person.Name, context.RequestAborted));

    /// <summary>Corrects a contact as a form says.</summary>
    internal static async Task<DeskResult> CorrectAsync(ContactDesk contacts, string contact, SignedIn person, IFormCollection form, CancellationToken cancellation) =>
        Enum.TryParse<ChannelType>(form[Type], ignoreCase: false, out var type) && Enum.IsDefined(type)
            ? await contacts.CorrectAsync(contact, type, form[To].ToString(), person.Name, cancellation)
            : new("contact.no-type", "Välj hur mottagaren nås.");

    // Who clicks twice comes to the one that the first click made.
    private async Task ResendAsync(HttpContext context, SignedIn person, IFormCollection form, string name, string field)
    {
        var sent = await desk.ResendAsync(Id(context), reason: null, person.Name, context.RequestAborted);
        if (sent.As is { } again && (sent.Result.IsRecorded || sent.Result.Code == ResentAlready))
            FormReader.SeeOther(context, $"/expediering/{again}?klart={name}");
        else await RefuseAsync(context, form, name, field, sent.Result);
    }

    private Task AnswerAsync(HttpContext context, IFormCollection form, string name, DeskResult result)
    {
        if (!result.IsRecorded) return RefuseAsync(context, form, name, Reason, result);
        FormReader.SeeOther(context, $"/expediering/{Id(context)}?klart={name}");
        return Task.CompletedTask;
    }

    private Task RefuseAsync(HttpContext context, IFormCollection form, string name, string field, DeskResult result)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.WriteAsync(context, FormProblem.Of(name, field, result.Message!, form));
    }

    private static string Id(HttpContext context) => context.GetRouteValue("id") as string ?? "";
}
