namespace Samverkan.Dispatch.Channels;

/// <summary>What takes finished messages.</summary>
public enum MailVia
{
    /// <summary>A mail server, by SMTP.</summary>
    Smtp,

    /// <summary>Microsoft Graph's <c>sendMail</c>, with the same MIME.</summary>
    Graph,
}
