using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.SignIn;

/// <summary>A sign-in, from its link on.</summary>
/// <param name="Number">Its number.</param>
/// <param name="TokenHash">The SHA-256 of its link's token.</param>
/// <param name="Name">Whom it is for; null where it has been erased.</param>
/// <param name="Role">What they may do.</param>
/// <param name="OpensUntil">When its link ends.</param>
/// <param name="Hours">How long it lasts from its use.</param>
public sealed record SignInEntry(int Number, DocumentHash TokenHash, string? Name, SignInRole Role, Instant OpensUntil, int Hours)
{
    /// <summary>When it ends by itself; null until its link is used.</summary>
    public Instant? Until { get; init; }

    /// <summary>Whether it was ended before its time.</summary>
    public bool Ended { get; init; }

    /// <summary>Whether its link still opens.</summary>
    public bool Opens(Instant now) => !Ended && Until is null && now < OpensUntil;

    /// <summary>Whether somebody is signed in by it.</summary>
    public bool IsLive(Instant now) => !Ended && now < Until;
}
