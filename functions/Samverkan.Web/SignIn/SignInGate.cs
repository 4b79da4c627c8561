using System.Net;
using Microsoft.AspNetCore.Http;
using Samverkan.Web.Links;

namespace Samverkan.Web.SignIn;

/// <summary>
/// Lets nobody past who must be signed in and is not. Where the pages are reached from elsewhere everything needs a
/// sign-in but what is listed here; on this machine alone reading needs none. What may be posted, <see cref="Forms.AdministratorForm"/> decides.
/// </summary>
internal sealed class SignInGate(RequestDelegate next, WebOptions options)
{
    private static readonly PathString[] Open =
        [LinkPaths.Receipt, LinkPaths.Document, LinkPaths.SignIn, "/kalender", "/health/live", "/health/ready", "/assets"];

    public async Task InvokeAsync(HttpContext context, IPrincipalSource source)
    {
        var path = context.Request.Path;
        if (Array.Exists(Open, open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }

        var person = await source.FindAsync(context);
        context.Features.Set(person);
        if (person is not null || !MustSignIn(context)) await next(context);
        else Refuse(context);
    }

    private bool MustSignIn(HttpContext context) =>
        options.EasyAuth || options.PublicUrl is not null || (context.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from));

    private static void Refuse(HttpContext context)
    {
        var isPage = !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));
        context.Response.StatusCode = isPage ? StatusCodes.Status302Found : StatusCodes.Status401Unauthorized;
        if (isPage) context.Response.Headers.Location = LinkPaths.SignIn.Value;
    }
}
