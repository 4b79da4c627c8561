using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Samverkan.Web.Http;

/// <summary>
/// Gives the request this site's own services: the host that hands it over may have others, or none. What is between a
/// browser and <see cref="WebOptions.PublicUrl"/> may have taken the TLS away, so the scheme is the one that people use.
/// </summary>
internal sealed class RequestScope(RequestDelegate next, IServiceScopeFactory scopes, WebOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (options.PublicUrl is { } site && string.Equals(context.Request.Host.Host, site.Host, StringComparison.OrdinalIgnoreCase))
            context.Request.Scheme = site.Scheme;
        var outer = context.RequestServices;
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestServices = outer;
        }
    }
}
