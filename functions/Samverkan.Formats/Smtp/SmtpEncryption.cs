namespace Samverkan.Formats.Smtp;

/// <summary>How a connection to a mail server is protected.</summary>
public enum SmtpEncryption
{
    /// <summary>STARTTLS (RFC 3207) before anything else; a server that does not offer it gets nothing. The default.</summary>
    StartTlsRequired,

    /// <summary>STARTTLS if the server offers it, else clear text. Does not protect against somebody on the line.</summary>
    StartTlsOffered,

    /// <summary>TLS from the first byte (RFC 8314), usually on port 465.</summary>
    Implicit,

    /// <summary>Clear text, also when the server offers STARTTLS; for a relay on the same machine.</summary>
    Off,
}
