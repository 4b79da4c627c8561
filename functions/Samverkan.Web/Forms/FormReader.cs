using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Samverkan.Web.Forms;

/// <summary>Reads what a form on a page posts: a few short fields, and nothing else.</summary>
internal static class FormReader
{
    private const int MostBytes = 16_384;

    private static readonly FormOptions Limits = new()
    {
        BufferBody = false,
        BufferBodyLengthLimit = MostBytes,
        KeyLengthLimit = 100,
        ValueCountLimit = 20,
        ValueLengthLimit = MostBytes,
    };

    /// <summary>The form; null, with the answer's status set, where what came is none or is too large.</summary>
    internal static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (Refusal(request) is { } status)
        {
            context.Response.StatusCode = status;
            return null;
        }

        // A body without a stated length is cut by the server, where there is one.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(Limits, context.RequestAborted) : FormCollection.Empty;
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest; // How the framework says that a form breaks a limit.
        }

        return null;
    }

    /// <summary>Sends the browser on with GET, so that reloading posts nothing again (RFC 9110, 15.4.4).</summary>
    internal static void SeeOther(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    private static int? Refusal(HttpRequest request)
    {
        if (request.ContentLength > MostBytes) return StatusCodes.Status413PayloadTooLarge;
        if (string.Equals(request.Headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase)) return StatusCodes.Status403Forbidden;
        return request.ContentType is null || request.ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? null
            : StatusCodes.Status415UnsupportedMediaType;
    }
}
