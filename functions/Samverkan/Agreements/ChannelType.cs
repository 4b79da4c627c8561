namespace Samverkan.Agreements;

/// <summary>How a contact is reached. In the register: <c>email</c>, <c>webhook</c>, <c>folder</c>.</summary>
public enum ChannelType
{
    /// <summary>An e-mail; the address is an RFC 5321 mailbox.</summary>
    Email,

    /// <summary>An HTTP POST to the contact's own system; the address is an https URL.</summary>
    Webhook,

    /// <summary>A folder or container that the contact reads; the address is its name, not a path.</summary>
    Folder,
}
