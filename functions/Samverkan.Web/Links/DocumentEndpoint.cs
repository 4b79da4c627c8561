using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Ledger;
using Samverkan.Web.Pages;

namespace Samverkan.Web.Links;

/// <summary>
/// <c>/handling/{deliveryId}/{hash}/{token}/{name}</c>: a document of a delivery, to be saved, whole or in ranges (RFC 9110,
/// 14). Its bytes are compared with its hash before the first is sent. A link opens until the document has been erased,
/// and says so then. The name in the address decides nothing.
/// </summary>
internal sealed class DocumentEndpoint(LinkSigner signer, Facts facts, IArchive archive)
{
    internal async Task HandleAsync(HttpContext context)
    {
        if (await FindAsync(context) is not var (delivery, index))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var document = delivery.Documents[index];
        await using var content = await archive.OpenAsync(document.Hash, context.RequestAborted);
        if (content is null)
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, context.RequestAborted)) != document.Hash.Value)
            throw new InvalidDataException($"The archive's {document.Hash} has other bytes than its name says; restore it.");
        content.Position = 0;
        var name = Enclosures.Names(delivery.Version, delivery.Documents)[index];
        await TypedResults
            .Stream(content, MediaTypes.Of(name), name, entityTag: new EntityTagHeaderValue($"\"{document.Hash}\""), enableRangeProcessing: true)
            .ExecuteAsync(context);
    }

    private async Task<(Delivery Delivery, int Index)?> FindAsync(HttpContext context)
    {
        var id = context.GetRouteValue("id") as string ?? "";
        if (!DocumentHash.TryParse(context.GetRouteValue("hash") as string, out var hash)
            || !signer.IsDownload(id, hash, context.GetRouteValue("token") as string)
            || await facts.DeliveryAsync(id, context.RequestAborted) is not { } delivery) return null;
        var index = delivery.Documents.Select(document => document.Hash).ToList().IndexOf(hash);
        return index < 0 ? null : (delivery, index);
    }
}
