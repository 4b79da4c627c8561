using Samverkan.Dispatch;

namespace Samverkan.Web.Http;

/// <summary>Reads pages whose token has passed through an address.</summary>
internal static class DeliveryPaging
{
    /// <summary>The page that a query asks for, or the first one, with the token among what could not be read, where it is none.</summary>
    internal static async Task<(DeliveryPage Page, DeliveryQuery Query)> ReadAsync(
        this IDeliveryLog log, DeliveryQuery query, QueryNames names, CancellationToken cancellation)
    {
        try
        {
            return (await log.PageAsync(query.Filter, cancellation), query);
        }
        catch (FormatException) when (query.Filter.After is not null)
        {
            var first = new DeliveryQuery(query.Filter with { After = null }, [.. query.Unread, names.After]);
            return (await log.PageAsync(first.Filter, cancellation), first);
        }
    }
}
