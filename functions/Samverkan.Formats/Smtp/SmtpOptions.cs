using System.Security.Cryptography.X509Certificates;
using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Smtp;

/// <summary>Where a mail server is and how to talk to it. Time-outs default to what RFC 5321 4.5.3.2 asks.</summary>
public sealed record SmtpOptions
{
    /// <summary>The server's name or IP address; the name that its certificate must bear.</summary>
    public required string Host
    {
        get;
        init => field = Uri.CheckHostName(value) != UriHostNameType.Unknown
            ? value
            : throw new ArgumentException("Not a host name or an IP address.", nameof(value));
    }

    /// <summary>The port, 1 to 65535; 587 for submission is the default, 25 and 465 are the other usual ones.</summary>
    public int Port
    {
        get;
        init => field = value is > 0 and <= 65535
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A port is 1 to 65535.");
    } = 587;

    /// <summary>
    /// Our own name in EHLO: the full host name that the world knows this machine by, or an address literal such as
    /// <c>[192.0.2.1]</c>. Many servers refuse a bare name.
    /// </summary>
    public required string ClientName
    {
        get;
        init => field = Syntax.IsHostName(value) || IsAddressLiteral(value)
            ? value
            : throw new ArgumentException("Not a host name in ASCII or an address literal in brackets.", nameof(value));
    }

    /// <summary>How the connection is protected; <see cref="SmtpEncryption.StartTlsRequired"/> unless chosen otherwise.</summary>
    public SmtpEncryption Encryption { get; init; }

    /// <summary>Who logs in; null: nobody does.</summary>
    public SmtpCredentials? Credentials { get; init; }

    /// <summary>
    /// Whether the password may go over clear text. Obeyed only together with <see cref="SmtpEncryption.Off"/>; false by
    /// default.
    /// </summary>
    public bool AllowClearTextAuth { get; init; }

    /// <summary>
    /// The only root that the server's certificate may chain to, for a relay with a certificate of one's own; null: the
    /// roots that the system trusts. The name and the dates are checked either way.
    /// </summary>
    public X509Certificate2? TrustedRoot { get; init; }

    /// <summary>How long connecting may take, and again the TLS handshake; 30 s by default.</summary>
    public TimeSpan ConnectTimeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How long the greeting and the whole answer to a command may take; 5 min by default.</summary>
    public TimeSpan CommandTimeout { get; init => field = Positive(value); } = TimeSpan.FromMinutes(5);

    /// <summary>How long the server may take to accept one block of data; 3 min by default.</summary>
    public TimeSpan DataBlockTimeout { get; init => field = Positive(value); } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// How long the answer after the final dot may take; 10 min by default. Shorter means copies: the server may have
    /// taken the message when we stop waiting.
    /// </summary>
    public TimeSpan AfterDataTimeout { get; init => field = Positive(value); } = TimeSpan.FromMinutes(10);

    /// <summary>How often progress is reported while nothing happens; 15 s by default.</summary>
    public TimeSpan ProgressInterval { get; init => field = Positive(value); } = TimeSpan.FromSeconds(15);

    private static bool IsAddressLiteral(string? text) =>
        text is ['[', .., ']'] && System.Net.IPAddress.TryParse(
            text.StartsWith("[IPv6:", StringComparison.OrdinalIgnoreCase) ? text[6..^1] : text[1..^1], out _);

    private static TimeSpan Positive(TimeSpan value) =>
        value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A time-out is more than 0 and at most a day.");
}
