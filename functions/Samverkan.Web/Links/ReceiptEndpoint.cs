using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Dispatch.Receipts;
using Samverkan.Web.Forms;
using Samverkan.Web.Pages;
using Samverkan.Web.Words;

namespace Samverkan.Web.Links;

/// <summary>
/// <c>/kvittens/{deliveryId}/{token}</c>: where a contact confirms. GET and HEAD, which scanners of mail and browsers that
/// look ahead send by themselves, show and change nothing; the button's POST confirms. The token is checked before anything
/// is read, so a wrong one and a delivery that does not exist get the same answer in the same time.
/// </summary>
internal sealed class ReceiptEndpoint(LinkSigner signer, ReceiptDesk desk, Facts facts, PageRenderer pages)
{
    private const string NameField = "namn";
    private const int LongestName = 200;

    internal async Task ShowAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } delivery) await WriteAsync(context, delivery, problem: null, name: null);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    // No antiforgery: it guards what a browser adds by itself, such as a cookie, and here is none. Another site that could
    // post the token has the link already.
    internal async Task ConfirmAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } delivery)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await FormReader.ReadAsync(context) is not { } form) return;
        var name = form[NameField].ToString();
        if (name.Length > LongestName)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await WriteAsync(context, delivery, $"Namnet är längre än {LongestName} tecken. Skriv det kortare, eller lämna det tomt.", name[..LongestName]);
            return;
        }

        await desk.ConfirmAsync(delivery.Id, name, context.RequestAborted);
        FormReader.SeeOther(context, context.Request.Path);
    }

    private async Task<Delivery?> FindAsync(HttpContext context)
    {
        var id = context.GetRouteValue("id") as string ?? "";
        return signer.IsReceipt(id, context.GetRouteValue("token") as string) ? await desk.FindAsync(id, context.RequestAborted) : null;
    }

    private async Task WriteAsync(HttpContext context, Delivery delivery, string? problem, string? name)
    {
        var register = await facts.RegisterAsync(context.RequestAborted);
        var names = new RegisterNames(register);
        var view = new ReceiptView(
            delivery,
            MatterWords.Of(delivery, names).What,
            names.Contact(delivery.Contact.Value),
            Enclosures.Names(delivery.Version, delivery.Documents),
            problem,
            name);
        await pages.WriteAsync<ReceiptPage, ReceiptView>(context, view, new Site(register?.Municipality, new WebOptions()));
    }
}
