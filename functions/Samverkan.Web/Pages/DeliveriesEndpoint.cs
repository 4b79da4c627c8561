using Microsoft.AspNetCore.Http;
using Samverkan.Dispatch;
using Samverkan.Web.Http;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/</c>: the list of deliveries.</summary>
internal sealed class DeliveriesEndpoint(IDeliveryLog log, Facts facts, PageRenderer pages, WebOptions options)
{
    // The states that are shown even where nothing is in them: what a person looks for first.
    private static readonly DeliveryState[] Always = [DeliveryState.NeedsPerson, DeliveryState.HandedOver];

    internal async Task HandleAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var asked = DeliveryQuery.Read(context.Request.Query, DeliveryQuery.PageNames);
        var (page, query) = await log.ReadAsync(asked, DeliveryQuery.PageNames, cancellation);
        var register = await facts.RegisterAsync(cancellation);
        var view = new DeliveriesView(
            Tiles(await log.CountAsync(cancellation), query.Filter),
            FilterForms.Of(query, register),
            await LinesAsync(page.Rows, new RegisterNames(register), cancellation),
            page.Next is { } next ? FilterForms.Href(query.Filter with { After = next }) : null,
            query.Filter.After is null ? null : FilterForms.Href(query.Filter with { After = null }),
            options.Inbox);
        await pages.WriteAsync<DeliveriesPage, DeliveriesView>(context, view, await facts.SiteAsync(register, cancellation));
    }

    private static StateTile[] Tiles(IReadOnlyDictionary<DeliveryState, int> counts, DeliveryFilter filter) =>
    [
        .. Enum.GetValues<DeliveryState>()
            .Where(state => Always.Contains(state) || counts.GetValueOrDefault(state) > 0)
            .OrderBy(state => state is DeliveryState.NeedsPerson or DeliveryState.Bounced ? 0 : 1)
            .Select(state => new StateTile(
                state, counts.GetValueOrDefault(state), FilterForms.Href(new DeliveryFilter(state)), filter.State == state)),
    ];

    private async Task<IReadOnlyList<DeliveryLine>> LinesAsync(
        IReadOnlyList<DeliveryRow> rows, RegisterNames names, CancellationToken cancellation)
    {
        var deliveries = await facts.DeliveriesAsync(rows, cancellation);
        return [.. rows.Select(row => Line(row, deliveries.GetValueOrDefault(row.Id), names))];
    }

    private static DeliveryLine Line(DeliveryRow row, Delivery? delivery, RegisterNames names)
    {
        var matter = delivery is null ? MatterWords.Of(row, names) : MatterWords.Of(delivery, names);
        return new DeliveryLine(
            $"/expediering/{Uri.EscapeDataString(row.Id)}",
            matter.What,
            matter.About,
            VersionWords.Of(row.Version),
            names.Contact(row.Contact),
            delivery?.Via is { } via ? names.Contact(via.Value) : null,
            StateWords.Of(row.State),
            row.Attempts,
            row.CreatedAt,
            row.HandedOverAt);
    }
}
