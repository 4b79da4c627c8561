namespace Samverkan.Agreements.Reading;

/// <summary>Reads how minutes name a contact or a group: <c>name</c> and <c>aliases</c>.</summary>
internal static class NamesReader
{
    internal static (string? Name, IReadOnlyList<string> Aliases) Read(JsonObjectCursor properties, ContactDirectory directory)
    {
        var owner = properties.At.Path;
        var name = properties.Required("name", "\"Socialnämnden\"") is { } at ? Claimed(at) : null;
        var aliases = properties.Optional("aliases")?.Items().Values(Claimed) ?? [];
        return (name, aliases);

        string? Claimed(JsonCursor at)
        {
            if (at.Text() is not { } text) return null;
            directory.ClaimName(at, owner, text);
            return text;
        }
    }
}
