namespace Samverkan.Agreements;

/// <summary>A mailing list (sändlista): a name in minutes, such as "Samtliga nämnder", that stands for several contacts.</summary>
public sealed record ContactGroup
{
    /// <summary>The group's id, unique among contacts and groups.</summary>
    public required ContactId Id { get; init; }

    /// <summary>The name for people to read, and the first that minutes are matched against.</summary>
    public required string Name { get; init; }

    /// <summary>Other names that minutes print. Empty by default.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The contacts it stands for, at least one; never groups.</summary>
    public required IReadOnlyList<ContactId> Members { get; init => field = NonEmpty.List(value); }
}
