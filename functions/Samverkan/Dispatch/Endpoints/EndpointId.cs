using System.Globalization;
using Samverkan.Agreements;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// Names the other side of a channel as far as faults are shared: a mail relay or a webhook's host with its port, or a
/// folder. Two contacts behind one relay have one endpoint. Holds no person's address.
/// </summary>
public readonly record struct EndpointId
{
    private readonly string? _value;

    private EndpointId(ChannelType channel, string value) => (Channel, _value) = (channel, value);

    /// <summary>The channel that it is the other side of.</summary>
    public ChannelType Channel { get; }

    /// <summary>Such as <c>smtp:mejl.kommun.example:587</c>; empty only for the default value, which nobody makes.</summary>
    public string Value => _value ?? "";

    /// <summary>A mail relay.</summary>
    public static EndpointId Mail(string host, int port) => new(ChannelType.Email, $"smtp:{HostPort(host, port)}");

    /// <summary>The host that a webhook's address names.</summary>
    public static EndpointId Webhook(Uri address) => new(ChannelType.Webhook, $"webhook:{HostPort(address.IdnHost, address.Port)}");

    /// <summary>A folder or container, by its name.</summary>
    public static EndpointId Folder(string name) => new(ChannelType.Folder, $"folder:{name.ToLowerInvariant()}");

    /// <summary>The name.</summary>
    public override string ToString() => Value;

    private static string HostPort(string host, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{host.ToLowerInvariant()}:{port}");
}
