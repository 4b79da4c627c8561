using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samverkan.Web.Pages;
using Samverkan.Web.Words;

namespace Samverkan.Web.Http;

/// <summary>Writes what a status code means: a page for people, an object for programs. It reads no store, which may be what failed.</summary>
internal sealed class ErrorResponse(PageRenderer pages, WebOptions options)
{
    /// <summary>Writes the body for the status that the response has.</summary>
    /// <param name="context">The request; its response has not started.</param>
    /// <param name="reference">What the log knows the failure by; null where nothing failed here.</param>
    internal async Task WriteAsync(HttpContext context, string? reference)
    {
        var status = context.Response.StatusCode;
        if (IsForPrograms(context.Request.Path))
        {
            var words = ErrorWords.Of(status);
            var error = new { code = words.Code, message = $"{words.Title}. {words.Text}", reference };
            await Answer.WriteAsync(context, Answer.Json, JsonSerializer.Serialize(error, ApiJson.Options));
            return;
        }

        var page = await pages.RenderAsync<ErrorPage, ErrorView>(new ErrorView(status, reference), new Site(null, options));
        await Answer.WriteAsync(context, Answer.Html, page);
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
