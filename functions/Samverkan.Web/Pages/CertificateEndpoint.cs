using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Dispatch.Certificates;
using Samverkan.Web.Http;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/expediering/{id}/intyg</c> to read and print, and <c>intyg.json</c> to keep and check.</summary>
internal sealed class CertificateEndpoint(CertificateDesk certificates, Facts facts, PageRenderer pages)
{
    internal async Task PageAsync(HttpContext context)
    {
        if (await IssueAsync(context) is not { } certificate) return;
        var register = await facts.RegisterAsync(context.RequestAborted);
        var names = new RegisterNames(register);
        var delivery = await facts.DeliveryAsync(certificate.Delivery.Id, context.RequestAborted);
        var view = new CertificateView(certificate, MatterWords.Of(delivery!, names).What, names.Contact(certificate.Delivery.Contact.Value));
        await pages.WriteAsync<CertificatePage, CertificateView>(context, view, await facts.SiteAsync(register, context.RequestAborted));
    }

    internal async Task FileAsync(HttpContext context)
    {
        if (await IssueAsync(context) is not { } certificate) return;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"intyg-{certificate.Delivery.Id}.json\"";
        await Answer.WriteAsync(context, Answer.Json, CertificateJson.Write(certificate));
    }

    private async Task<Certificate?> IssueAsync(HttpContext context)
    {
        var certificate = await certificates.IssueAsync(context.GetRouteValue("id") as string ?? "", context.RequestAborted);
        if (certificate is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        return certificate;
    }
}
