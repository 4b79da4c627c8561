namespace Samverkan.Agreements.Reading;

/// <summary>Reads one contact and notes its id and names in the directory.</summary>
internal static class ContactReader
{
    internal static Contact? Read(JsonCursor at, ContactDirectory directory)
    {
        if (at.Object("id", "name", "aliases", "channel", "fallback") is not { } properties) return null;
        var id = directory.ClaimContact(properties.Required("id", "\"socialnamnden\""));
        var (name, aliases) = NamesReader.Read(properties, directory);
        var channel = ChannelOf(properties.Required("channel", "{ \"type\": \"email\", \"address\": \"namn@kommun.example\" }"));
        var fallback = ChannelOf(properties.Optional("fallback"));
        return id is null || name is null || channel is null
            ? null
            : new Contact { Id = id.Value, Name = name, Aliases = aliases, Channel = channel, Fallback = fallback };
    }

    private static Channel? ChannelOf(JsonCursor? at) => at is null ? null : ChannelReader.Read(at);
}
