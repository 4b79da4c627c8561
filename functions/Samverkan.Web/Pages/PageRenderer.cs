using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Samverkan.Web.Http;
using Samverkan.Web.SignIn;

namespace Samverkan.Web.Pages;

/// <summary>Renders a page to the end before anything of it is sent, so that a failure can still become an error page.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers, IAntiforgery antiforgery)
{
    internal async Task<string> RenderAsync<TPage, TView>(TView view, Site site)
        where TPage : PageOf<TView>
        where TView : class
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PageOf<TView>.View)] = view,
            [nameof(PageOf<TView>.Site)] = site,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
    }

    internal async Task WriteAsync<TPage, TView>(HttpContext context, TView view, Site site)
        where TPage : PageOf<TView>
        where TView : class =>
        await Answer.WriteAsync(context, Answer.Html, await RenderAsync<TPage, TView>(view, For(context, site)));

    private Site For(HttpContext context, Site site) => SignedIn.Of(context) is { } person
        ? site with { Person = person, FormToken = antiforgery.GetAndStoreTokens(context).RequestToken }
        : site;
}
