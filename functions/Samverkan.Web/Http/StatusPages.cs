using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.Http;

/// <summary>Gives an answer of 400 or more that has no body one that says in Swedish what it means.</summary>
internal sealed class StatusPages(RequestDelegate next, ErrorResponse errors)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null)
            await errors.WriteAsync(context, reference: null);
    }
}
