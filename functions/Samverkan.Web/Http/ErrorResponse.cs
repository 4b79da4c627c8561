using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samverkan.Web.Links;
using Samverkan.Web.Pages;
using Samverkan.Web.Words;

namespace Samverkan.Web.Http;

/// <summary>Writes what a status code means: a page for people, an object for programs. It reads no store, which may be what failed.</summary>
internal sealed class ErrorResponse(PageRenderer pages, WebOptions options)
{
    /// <summary>Writes the body for the status that the response has.</summary>
    /// <param name="context">The request; its response has not started.</param>
    /// <param name="reference">What the log knows the failure by; null where nothing failed here.</param>
    /// <param name="words">What happened; null for what the status means.</param>
    internal async Task WriteAsync(HttpContext context, string? reference, ErrorWords? words = null)
    {
        var isOutside = LinkPaths.IsForOutsiders(context.Request.Path);
        words ??= isOutside ? ErrorWords.OfLink(context.Response.StatusCode) : ErrorWords.Of(context.Response.StatusCode);
        if (IsForPrograms(context.Request.Path))
        {
            var error = new { code = words.Code, message = $"{words.Title}. {words.Text}", reference };
            await Answer.WriteAsync(context, Answer.Json, JsonSerializer.Serialize(error, ApiJson.Options));
            return;
        }

        var page = await pages.RenderAsync<ErrorPage, ErrorView>(new ErrorView(words, reference, isOutside), new Site(null, options));
        await Answer.WriteAsync(context, Answer.Html, page);
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
