using Samverkan.Web.SignIn;

namespace Samverkan.Web.Pages;

/// <summary>What every page shows.</summary>
/// <param name="Municipality">The municipality's name; null where it could not be read.</param>
/// <param name="Options">What the pages tell about the host.</param>
/// <param name="Waiting">How many files wait in quarantine.</param>
public sealed record Site(string? Municipality, WebOptions Options, int Waiting = 0)
{
    /// <summary>Who reads; null where nobody is signed in.</summary>
    public SignedIn? Person { get; init; }

    /// <summary>What the page's forms carry, so that no other site can post them; null where nobody is signed in.</summary>
    public string? FormToken { get; init; }

    /// <summary>Whether the page shows forms to decide with.</summary>
    public bool MayDecide => Person is { IsAdministrator: true };
}
