namespace Samverkan.Dispatch.Channels;

/// <summary>How we log in to the mail server.</summary>
public enum MailAuth
{
    /// <summary>By <see cref="MailOptions.User"/> and <see cref="MailOptions.Password"/>, where they are set.</summary>
    Password,

    /// <summary>By <see cref="MailOptions.User"/> and an access token (XOAUTH2), as Exchange Online asks.</summary>
    OAuth,
}
