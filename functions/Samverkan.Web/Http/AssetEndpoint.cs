using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.Http;

/// <summary>Serves the assets; a browser that has one already is told that it is the same.</summary>
internal static class AssetEndpoint
{
    internal static async Task HandleAsync(HttpContext context)
    {
        if (AssetFiles.Find(context.Request.Path.Value) is not { } asset)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.ETag = asset.ETag;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(asset.ETag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Answer.WriteAsync(context, asset.ContentType, asset.Bytes);
    }
}
