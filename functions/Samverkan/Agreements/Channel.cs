using System.Diagnostics.CodeAnalysis;

namespace Samverkan.Agreements;

/// <summary>
/// The way to a contact and the address at its end, which has been checked against the channel's type. Two channels are
/// equal where type and address are.
/// </summary>
public sealed record Channel
{
    private Channel(ChannelType type, string address, string wireAddress) =>
        (Type, Address, WireAddress) = (type, address, wireAddress);

    /// <summary>How the contact is reached.</summary>
    public ChannelType Type { get; }

    /// <summary>The address as the register writes it: for people to read.</summary>
    public string Address { get; }

    /// <summary>The address in ASCII, an international domain in its <c>xn--</c> form (RFC 5891): for protocols.</summary>
    public string WireAddress { get; }

    /// <summary>
    /// A channel, where the address suits the type; otherwise false and, in Swedish, what is wrong and what to write.
    /// E-mail: a dot-atom local part in ASCII of at most 64 characters, and a domain (RFC 5321 4.1.2), 254 in all.
    /// Webhook: an absolute https URL (http for this machine only), without user information or fragment.
    /// Folder: 1–63 letters, digits, <c>.</c>, <c>_</c>, <c>-</c>; not a path.
    /// </summary>
    public static bool TryCreate(
        ChannelType type, string address, [NotNullWhen(true)] out Channel? channel, [NotNullWhen(false)] out string? problem)
    {
        (var wire, problem) = type switch
        {
            ChannelType.Email => EmailAddress.Check(address),
            ChannelType.Webhook => WebhookAddress.Check(address),
            ChannelType.Folder => FolderName.Check(address),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Email, Webhook or Folder."),
        };
        channel = wire is null ? null : new Channel(type, address, wire);
        if (channel is not null) return true;
        problem ??= "Adressen går inte att använda.";
        return false;
    }
}
