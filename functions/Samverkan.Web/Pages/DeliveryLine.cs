using NodaTime;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>One delivery in the list.</summary>
/// <param name="Href">The address of its page.</param>
/// <param name="What">What it hands over.</param>
/// <param name="About">What that belongs to, the nearest first.</param>
/// <param name="Version">Which version.</param>
/// <param name="To">The contact's name.</param>
/// <param name="Via">The name of the group through which the contact receives; null where it is named itself.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How many tries have been begun.</param>
/// <param name="CreatedAt">When it became owed.</param>
/// <param name="HandedOverAt">When the channel took it; null until then.</param>
public sealed record DeliveryLine(
    string Href,
    string What,
    IReadOnlyList<string> About,
    VersionWords Version,
    string To,
    string? Via,
    StateWords State,
    int Attempts,
    Instant CreatedAt,
    Instant? HandedOverAt);
