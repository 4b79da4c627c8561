using Samverkan.Ledger;

namespace Samverkan.Dispatch.Links;

/// <summary>
/// The links that messages about a delivery carry. The same arguments give the same link until the keys change, so that
/// every try makes the same message. Null where no <c>PublicUrl</c> is set: there are no links then.
/// </summary>
public interface IDeliveryLinks
{
    /// <summary>The page where the contact confirms a delivery.</summary>
    Uri? Receipt(string deliveryId);

    /// <summary>A document of a delivery, under the name that it is saved as.</summary>
    /// <param name="deliveryId">The delivery.</param>
    /// <param name="document">One of its documents.</param>
    /// <param name="name">A file name; it shows in the link and decides nothing.</param>
    Uri? Download(string deliveryId, DocumentHash document, string name);
}
