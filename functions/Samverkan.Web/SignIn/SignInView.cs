using Samverkan.SignIn;

namespace Samverkan.Web.SignIn;

/// <summary>A sign-in link, or how to get one.</summary>
/// <param name="Entry">The sign-in that the link opens; null where there is none.</param>
/// <param name="IsDead">Whether there was a link that opens nothing.</param>
public sealed record SignInView(SignInEntry? Entry, bool IsDead)
{
    /// <summary>Whether it is a role in Entra ID that is lacking, and no link would help.</summary>
    public bool LacksRole { get; init; }

    /// <summary>Who lacks it; null where that is not known.</summary>
    public string? Name { get; init; }
}
