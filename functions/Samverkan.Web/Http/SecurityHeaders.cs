using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.Http;

/// <summary>
/// Headers of every answer: nothing but our own style and images is loaded, no script runs, nobody frames the pages, and
/// no copy of them, which hold personal data, stays in a cache.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    internal const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        Apply(context.Response.Headers);
        return next(context);
    }

    internal static void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
