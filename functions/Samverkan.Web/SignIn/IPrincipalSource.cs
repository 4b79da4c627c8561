using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.SignIn;

/// <summary>
/// Tells who a request is from. Each host has one: what another host would trust, such as the header
/// <c>X-MS-CLIENT-PRINCIPAL</c> that Azure sets in front of it, anybody can send to this one.
/// </summary>
internal interface IPrincipalSource
{
    /// <summary>Who it is, with <see cref="HttpContext.User"/> set; null where nobody is signed in.</summary>
    Task<SignedIn?> FindAsync(HttpContext context);
}
