using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Samverkan.SignIn;

namespace Samverkan.Web.SignIn;

/// <summary>
/// Signs people in with a sealed cookie of the session's number, which page scripts cannot read. Whether the session still
/// lasts, who it is of and what they may do is asked of the ledger each time, so that revoking works at once.
/// </summary>
internal sealed class CookiePrincipalSource(SignInDesk desk) : IPrincipalSource
{
    internal const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <inheritdoc/>
    public async Task<SignedIn?> FindAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(Scheme);
        var claim = result.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (!int.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await desk.LiveAsync(number, context.RequestAborted) is not { Name: { } name } entry) return null;
        context.User = result.Principal!;
        return new SignedIn(number, name, entry.Role);
    }

    /// <summary>Gives the browser its cookie.</summary>
    internal static Task SignInAsync(HttpContext context, SignInEntry entry)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, entry.Number.ToString(CultureInfo.InvariantCulture))];
        var properties = new AuthenticationProperties { IsPersistent = false, ExpiresUtc = (entry.Until ?? Instant.MinValue).ToDateTimeOffset() };
        return context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), properties);
    }

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "samverkan";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = false;
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
    }
}
