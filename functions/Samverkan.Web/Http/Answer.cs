using System.Text;
using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.Http;

/// <summary>Writes whole answers: what fails while it is made has sent nothing yet. A HEAD request gets the headers alone.</summary>
internal static class Answer
{
    internal const string Html = "text/html; charset=utf-8";
    internal const string Json = "application/json; charset=utf-8";

    internal static Task WriteAsync(HttpContext context, string contentType, string body) =>
        WriteAsync(context, contentType, Encoding.UTF8.GetBytes(body));

    internal static async Task WriteAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
