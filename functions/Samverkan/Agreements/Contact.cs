namespace Samverkan.Agreements;

/// <summary>Somebody who receives: a body, an office or a person, with the names that minutes print for it.</summary>
public sealed record Contact
{
    /// <summary>The contact's id, unique among contacts and groups.</summary>
    public required ContactId Id { get; init; }

    /// <summary>The name for people to read, and the first that minutes are matched against.</summary>
    public required string Name { get; init; }

    /// <summary>Other names that minutes print. Empty by default.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How the contact is reached.</summary>
    public required Channel Channel { get; init; }

    /// <summary>How the contact is reached when the channel has failed for good; null where there is no other way.</summary>
    public Channel? Fallback { get; init; }
}
