using Microsoft.AspNetCore.Http;
using Samverkan.SignIn;

namespace Samverkan.Web.SignIn;

/// <summary>Who a request is from.</summary>
/// <param name="Number">The sign-in; null where what stands in front of the pages signs people in.</param>
/// <param name="Name">The person's name: what the ledger says did it.</param>
/// <param name="Role">What they may do.</param>
public sealed record SignedIn(int? Number, string Name, SignInRole Role)
{
    /// <summary>Whether they may decide.</summary>
    public bool IsAdministrator => Role is SignInRole.Administrator;

    /// <summary>The role in Swedish.</summary>
    public string RoleText => IsAdministrator ? "Administratör" : "Läsare";

    /// <summary>Who the request is from; null where nobody is signed in.</summary>
    internal static SignedIn? Of(HttpContext context) => context.Features.Get<SignedIn>();
}
