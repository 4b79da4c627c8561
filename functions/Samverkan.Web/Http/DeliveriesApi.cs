using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samverkan.Dispatch;

namespace Samverkan.Web.Http;

/// <summary><c>/api/deliveries</c>: <c>{"deliveries":[…],"next":…}</c>, rows as <see cref="DeliveryJson"/> writes them.</summary>
internal sealed class DeliveriesApi(IDeliveryLog deliveries)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var query = DeliveryQuery.Read(context.Request.Query, DeliveryQuery.ApiNames);
        if (query.Unread.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            var error = new
            {
                code = "query.unreadable",
                message = $"Frågan innehåller värden som inte går att läsa: {string.Join(", ", query.Unread)}. Rätta dem och fråga igen.",
                parameters = query.Unread,
            };
            await Answer.WriteAsync(context, Answer.Json, JsonSerializer.Serialize(error, ApiJson.Options));
            return;
        }

        var page = await deliveries.PageAsync(query.Filter, context.RequestAborted);
        var rows = string.Join(',', page.Rows.Select(DeliveryJson.Line));
        await Answer.WriteAsync(context, Answer.Json, $$"""{"deliveries":[{{rows}}],"next":{{JsonSerializer.Serialize(page.Next, ApiJson.Options)}}}""");
    }
}
