using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samverkan.Dispatch;

namespace Samverkan.Web.Http;

/// <summary><c>/api/deliveries</c>: <c>{"deliveries":[…],"next":…}</c>, rows as <see cref="DeliveryJson"/> writes them.</summary>
internal sealed class DeliveriesApi(IDeliveryLog deliveries)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var asked = DeliveryQuery.Read(context.Request.Query, DeliveryQuery.ApiNames);
        var (page, query) = await deliveries.ReadAsync(asked, DeliveryQuery.ApiNames, context.RequestAborted);
        if (query.Unread.Count > 0)
        {
            await RefuseAsync(context, query.Unread);
            return;
        }

        var rows = string.Join(',', page.Rows.Select(DeliveryJson.Line));
        await Answer.WriteAsync(context, Answer.Json, $$"""{"deliveries":[{{rows}}],"next":{{JsonSerializer.Serialize(page.Next, ApiJson.Options)}}}""");
    }

    // A filter that is not understood is never left out of an answer that a program trusts.
    private static Task RefuseAsync(HttpContext context, IReadOnlyList<string> unread)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Answer.WriteAsync(context, Answer.Json, JsonSerializer.Serialize(new
        {
            code = "query.unreadable",
            message = $"Frågan innehåller värden som inte går att läsa: {string.Join(", ", unread)}. Rätta dem och fråga igen.",
            parameters = unread,
        }, ApiJson.Options));
    }
}
