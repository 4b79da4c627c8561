namespace Samverkan.Agreements.Reading;

/// <summary>
/// Reads one group, in two steps: its id is noted when it is opened, so that a group among another's members is known
/// for what it is wherever it stands.
/// </summary>
internal sealed class GroupReader
{
    private readonly JsonObjectCursor properties;
    private readonly ContactDirectory directory;
    private readonly ContactId? id;

    private GroupReader(JsonObjectCursor properties, ContactDirectory directory)
    {
        (this.properties, this.directory) = (properties, directory);
        id = directory.ClaimGroup(properties.Required("id", "\"samtliga-namnder\""));
    }

    internal static GroupReader? Open(JsonCursor at, ContactDirectory directory) =>
        at.Object("id", "name", "aliases", "members") is { } properties ? new GroupReader(properties, directory) : null;

    internal ContactGroup? Read()
    {
        var (name, aliases) = NamesReader.Read(properties, directory);
        var members = properties.Required("members", "[\"socialnamnden\"]")?
            .SomeItems("Skriv minst en kontakts id, annars når det som skickas till sändlistan ingen.")
            .DistinctValues<ContactId>(directory.Contact);
        return id is null || name is null || members is not { Count: > 0 }
            ? null
            : new ContactGroup { Id = id.Value, Name = name, Aliases = aliases, Members = members };
    }
}
