using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.SignIn;
using Samverkan.Web.Forms;
using Samverkan.Web.Pages;

namespace Samverkan.Web.SignIn;

/// <summary>
/// <c>/logga-in</c> says how one signs in, <c>/logga-in/{token}</c> does it with a button, since programs that look at links
/// before people do would use the link up; <c>/logga-ut</c> ends it. Where Easy Auth signs people in, the first says what
/// is lacking instead.
/// </summary>
internal sealed class SignInEndpoint(SignInDesk desk, Facts facts, PageRenderer pages, WebOptions options)
{
    private const string EasyAuthSignOut = "/.auth/logout";

    internal async Task ExplainAsync(HttpContext context)
    {
        if (!options.EasyAuth)
        {
            await WriteAsync(context, new SignInView(Entry: null, IsDead: false));
            return;
        }

        var person = EasyAuthPerson.Of(context);
        if (person?.Role is not null)
        {
            FormReader.SeeOther(context, "/");
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await WriteAsync(context, new SignInView(Entry: null, IsDead: false) { LacksRole = true, Name = person?.Name });
    }

    internal async Task ShowAsync(HttpContext context)
    {
        var entry = await desk.FindAsync(Token(context), context.RequestAborted);
        if (entry is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        await WriteAsync(context, new SignInView(entry, IsDead: entry is null));
    }

    internal async Task UseAsync(HttpContext context)
    {
        if (await FormReader.ReadAsync(context) is null) return;
        if (await desk.UseAsync(Token(context), context.RequestAborted) is { } entry)
        {
            await CookiePrincipalSource.SignInAsync(context, entry);
            FormReader.SeeOther(context, "/");
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await WriteAsync(context, new SignInView(Entry: null, IsDead: true));
    }

    internal async Task SignOutAsync(HttpContext context, SignedIn person, IFormCollection form)
    {
        if (person.Number is not { } number)
        {
            FormReader.SeeOther(context, EasyAuthSignOut);
            return;
        }

        await desk.SignOutAsync(number, context.RequestAborted);
        await context.SignOutAsync(CookiePrincipalSource.Scheme);
        FormReader.SeeOther(context, "/");
    }

    private static string Token(HttpContext context) => context.GetRouteValue("token") as string ?? "";

    private async Task WriteAsync(HttpContext context, SignInView view)
    {
        var register = await facts.RegisterAsync(context.RequestAborted);
        await pages.WriteAsync<SignInPage, SignInView>(context, view, new Site(register?.Municipality, new WebOptions()));
    }
}
