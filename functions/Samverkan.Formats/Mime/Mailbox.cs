namespace Samverkan.Formats.Mime;

/// <summary>A mailbox of RFC 5322: an address and perhaps the name of who reads there.</summary>
public sealed record Mailbox
{
    /// <summary>Makes a mailbox.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="name">
    /// Who reads there, in any letters; control characters become a space. Null or blank: the address stands alone.
    /// </param>
    public Mailbox(EmailAddress address, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        Name = HeaderText.Clean(name ?? "").Trim() is { Length: > 0 } clean ? clean : null;
    }

    /// <summary>Where it is.</summary>
    public EmailAddress Address { get; }

    /// <summary>Who reads there; null when nobody is named.</summary>
    public string? Name { get; }
}
