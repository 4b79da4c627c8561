namespace Samverkan.Agreements.Reading;

/// <summary>Reads <c>{ "type": "email", "address": "…" }</c>.</summary>
internal static class ChannelReader
{
    internal static Channel? Read(JsonCursor at)
    {
        if (at.Object("type", "address") is not { } properties) return null;
        var type = properties.Required("type", "\"email\"")?.Word(
            ("email", ChannelType.Email), ("webhook", ChannelType.Webhook), ("folder", ChannelType.Folder));
        var address = properties.Required("address", "\"namn@kommun.example\"");
        if (address?.Text() is not { } text || type is null) return null;
        if (Channel.TryCreate(type.Value, text, out var channel, out var problem)) return channel;
        address.Fail(RegisterErrorCode.ChannelAddress, $"{Printable.Quoted(text)}: {problem}");
        return null;
    }
}
