using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Samverkan.Deadlines.Calendar;

namespace Samverkan.Web.Http;

/// <summary>
/// <c>/kalender/{token}.ics</c>: the feed that a link opens. A token that opens nothing gets the same answer whether it was
/// revoked or never issued. What a program has already is told to be the same.
/// </summary>
internal sealed class CalendarEndpoint(IServiceProvider services)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var token = context.GetRouteValue("token") as string ?? "";
        if (await services.GetRequiredService<CalendarLinks>().FindAsync(token, context.RequestAborted) is not { } link)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var feed = await services.GetRequiredService<CalendarFeeds>().WriteAsync(link.Scope, context.RequestAborted);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))}\"");
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ETag = tag.ToString();
        if (HasAlready(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Answer.WriteAsync(context, CalendarFeed.ContentType, feed);
    }

    private static bool HasAlready(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
}
