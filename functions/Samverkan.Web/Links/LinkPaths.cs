using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.Links;

/// <summary>The addresses that a link opens for people who have no account here.</summary>
internal static class LinkPaths
{
    internal static readonly PathString Receipt = "/kvittens";
    internal static readonly PathString Document = "/handling";
    internal static readonly PathString SignIn = "/logga-in";

    /// <summary>Whether an address takes a token that somebody could guess at.</summary>
    internal static bool TakesToken(PathString path) => IsForOutsiders(path) || path.StartsWithSegments(SignIn, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is for contacts, to whom the rest of the site says nothing.</summary>
    internal static bool IsForOutsiders(PathString path) =>
        path.StartsWithSegments(Receipt, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Document, StringComparison.OrdinalIgnoreCase);
}
