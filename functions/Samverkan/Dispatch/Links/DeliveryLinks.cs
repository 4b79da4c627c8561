using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Links;

/// <summary>Makes links of <see cref="LetterOptions.PublicUrl"/> and <see cref="LinkSigner"/>.</summary>
public sealed class DeliveryLinks(LetterOptions options, LinkSigner signer) : IDeliveryLinks
{
    /// <inheritdoc/>
    public Uri? Receipt(string deliveryId) =>
        options.PublicUrl is { } site ? At(site, $"kvittens/{deliveryId}/{signer.Receipt(deliveryId)}") : null;

    /// <inheritdoc/>
    public Uri? Download(string deliveryId, DocumentHash document, string name) => options.PublicUrl is { } site
        ? At(site, $"handling/{deliveryId}/{document}/{signer.Download(deliveryId, document)}/{Uri.EscapeDataString(name)}")
        : null;

    private static Uri At(Uri site, string path) => new($"{site.AbsoluteUri.TrimEnd('/')}/{path}");
}
