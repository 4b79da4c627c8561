using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Samverkan.Web.Links;

/// <summary>
/// How often one address may try links: 120 times a minute, so that a fault or an attack does not load the ledger. What
/// keeps a link from being guessed is its 192 bits. Behind a proxy all share the proxy's address.
/// </summary>
internal static class GuessLimit
{
    internal const int RequestsPerMinute = 120;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static void Configure(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => LinkPaths.TakesToken(context.Request.Path)
            ? RateLimitPartition.GetFixedWindowLimiter(From(context.Connection.RemoteIpAddress), _ => Limit())
            : RateLimitPartition.GetNoLimiter(""));
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static FixedWindowRateLimiterOptions Limit() => new() { PermitLimit = RequestsPerMinute, Window = Window };

    // One subscriber has 2^64 addresses of IPv6, and could use each once.
    private static string From(IPAddress? address) => address switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };
}
