using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>Makes a webhook's body. The same parcel and links make the same bytes.</summary>
internal static class WebhookBody
{
    /// <summary>The body; null where documents go with it and there are no links to them. A notice has no links.</summary>
    internal static byte[]? Write(Parcel parcel, IDeliveryLinks links)
    {
        var isNotice = parcel.Letter.Version is DeliveryVersion.Notice;
        var receipt = isNotice ? null : links.Receipt(parcel.Id);
        var documents = Documents(parcel, links).ToArray();
        if (!isNotice && (receipt is null || documents.Any(d => d.Url is null))) return null;
        return ParcelJson.Write(new
        {
            type = "delivery." + DeliveryJson.Name(parcel.Letter.Version),
            timestamp = ParcelJson.Time(parcel),
            data = ParcelJson.Facts(parcel, parcel.LinkedLetter ?? parcel.Letter, documents.Select(d => d.Json), receipt),
        });
    }

    private static IEnumerable<(Uri? Url, object Json)> Documents(Parcel parcel, IDeliveryLinks links)
    {
        foreach (var (name, document) in Enclosures.Names(parcel.Letter.Version, parcel.Documents).Zip(parcel.Documents))
        {
            var url = links.Download(parcel.Id, document.Hash, name);
            yield return (url, new { name, part = document.Part, size = document.Size, sha256 = document.Hash.Value, url = url?.AbsoluteUri });
        }
    }
}
