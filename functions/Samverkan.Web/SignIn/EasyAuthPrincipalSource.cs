using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.SignIn;

/// <summary>
/// Takes the word of App Service Authentication for who it is, with the app's role from Entra ID. Nobody without one of the
/// two roles is anybody here.
/// </summary>
internal sealed class EasyAuthPrincipalSource : IPrincipalSource
{
    /// <inheritdoc/>
    public Task<SignedIn?> FindAsync(HttpContext context)
    {
        if (EasyAuthPerson.Of(context) is not { Role: { } role } person) return Task.FromResult<SignedIn?>(null);
        // The token of a form is bound to whom the page was made for.
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id)], EasyAuthPerson.Header));
        return Task.FromResult<SignedIn?>(new SignedIn(Number: null, person.Name, role));
    }
}
