namespace Samverkan.Formats.Smtp;

/// <summary>How far a connection or a message came.</summary>
public enum SmtpPhase
{
    /// <summary>Before anything was sent: what was asked for cannot be sent as it is.</summary>
    Prepare,

    /// <summary>Finding the server and opening the connection.</summary>
    Connect,

    /// <summary>STARTTLS and the TLS handshake.</summary>
    Tls,

    /// <summary>The server's first words.</summary>
    Greeting,

    /// <summary>EHLO.</summary>
    Ehlo,

    /// <summary>Logging in.</summary>
    Auth,

    /// <summary>RSET before another message on the same connection.</summary>
    Reset,

    /// <summary>MAIL FROM.</summary>
    MailFrom,

    /// <summary>RCPT TO.</summary>
    RcptTo,

    /// <summary>DATA and the message itself, up to the final dot.</summary>
    Data,

    /// <summary>From the final dot on: the server may have the message.</summary>
    AfterData,
}
