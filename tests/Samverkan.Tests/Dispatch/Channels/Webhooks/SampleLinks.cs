using Samverkan.Dispatch.Links;
using Samverkan.Ledger;

namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

/// <summary>Links under a site; none where there is no site.</summary>
internal sealed class SampleLinks(string? site) : IDeliveryLinks
{
    public Uri? Receipt(string deliveryId) => site is null ? null : new Uri(site + "kvittens");

    public Uri? Download(string deliveryId, DocumentHash document, string name) => site is null ? null : new Uri($"{site}handling/{document}");
}
