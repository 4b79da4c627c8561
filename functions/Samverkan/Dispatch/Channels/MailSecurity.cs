using Samverkan.Formats.Smtp;

namespace Samverkan.Dispatch.Channels;

/// <summary>How the connection to the mail server is protected: the words of <c>Smtp:Security</c>.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS, or nothing is sent; usually port 587. The default.</summary>
    Required = SmtpEncryption.StartTlsRequired,

    /// <summary>STARTTLS where the server offers it, else clear text.</summary>
    Offered = SmtpEncryption.StartTlsOffered,

    /// <summary>TLS from the first byte; usually port 465.</summary>
    Implicit = SmtpEncryption.Implicit,

    /// <summary>Clear text; for a relay on the same machine.</summary>
    Off = SmtpEncryption.Off,
}
