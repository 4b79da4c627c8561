using System.Runtime.CompilerServices;

namespace Samverkan.Dispatch;

/// <summary>Reads the delivery log page by page.</summary>
internal static class DeliveryRows
{
    private const int PageSize = 1000;

    /// <summary>Every row that matches a filter, newest first, from where the filter begins.</summary>
    public static async IAsyncEnumerable<DeliveryRow> RowsAsync(
        this IDeliveryLog log, DeliveryFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        DeliveryPage page;
        do
        {
            page = await log.PageAsync(filter with { Size = PageSize }, cancellation);
            foreach (var row in page.Rows) yield return row;
            filter = filter with { After = page.Next };
        }
        while (page.Next is not null);
    }
}
