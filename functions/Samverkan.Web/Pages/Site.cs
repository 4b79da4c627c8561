namespace Samverkan.Web.Pages;

/// <summary>What every page shows.</summary>
/// <param name="Municipality">The municipality's name; null where it could not be read.</param>
/// <param name="Options">What the pages tell about the host.</param>
/// <param name="Waiting">How many files wait in quarantine.</param>
public sealed record Site(string? Municipality, WebOptions Options, int Waiting = 0);
