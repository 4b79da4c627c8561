namespace Samverkan.Dispatch.Channels;

/// <summary>
/// How e-mail is sent. Settings are named <c>Smtp:…</c>. Without <see cref="Host"/> messages are written to files, and the
/// other settings need not be there.
/// </summary>
public sealed record MailOptions
{
    /// <summary>The sender of messages that are only written to files: a domain that can never exist (RFC 2606).</summary>
    public const string NoSender = "samverkan@samverkan.invalid";

    /// <summary>What takes the messages; <see cref="MailVia.Smtp"/> by default.</summary>
    public MailVia Via { get; init; }

    /// <summary>Where Microsoft Graph answers; https, or http on this machine alone.</summary>
    public Uri GraphUrl { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>
    /// How long Graph may take, from connecting to the answer: 1 second to 10 minutes, 30 seconds by default. A message has
    /// 8 seconds more for each megabyte, so that a slow line (1 Mbit/s) does not cut off what Graph has yet to judge.
    /// </summary>
    public TimeSpan GraphTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The mail server's name or IP address; null where there is none.</summary>
    public string? Host { get; init; }

    /// <summary>Its port, 1 to 65535; 587 by default.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected; <see cref="MailSecurity.Required"/> by default.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.Required;

    /// <summary>How we log in; <see cref="MailAuth.Password"/> by default.</summary>
    public MailAuth Auth { get; init; } = MailAuth.Password;

    /// <summary>The directory (tenant) that issues access tokens; null for the machine's managed identity.</summary>
    public string? TenantId { get; init; }

    /// <summary>The program's id in it, or a managed identity's; null for the machine's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>The program's secret. Never shown; null for a managed identity.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What the access token is for; Exchange Online's SMTP by default.</summary>
    public string Scope { get; init; } = "https://outlook.office365.com/.default";

    /// <summary>Who logs in; null where nobody does.</summary>
    public string? User { get; init; }

    /// <summary>The password of <see cref="User"/>. Never shown.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the password may go over clear text, where <see cref="Security"/> is Off. False by default.</summary>
    public bool AllowClearTextAuth { get; init; }

    /// <summary>The machine's full name, or its address in brackets, for EHLO; null for the domain of <see cref="From"/>.</summary>
    public string? EhloName { get; init; }

    /// <summary>The sender's address; needed where there is a host.</summary>
    public string? From { get; init; }

    /// <summary>The sender's name, "Samverkan" by default.</summary>
    public string FromName { get; init; } = "Samverkan";

    /// <summary>Where answers go, such as the registrar's mailbox; null for <see cref="From"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>
    /// The mailbox that bounces come to, such as <c>studs@kommun.example</c>; each message goes with a signed address of its
    /// own, <c>studs+b-…@kommun.example</c>, so the mail system must take what follows a plus sign. The local part is at most
    /// 24 characters. Null where bounces go to <see cref="From"/> and nobody reads them here.
    /// </summary>
    public string? BounceAddress { get; init; }

    /// <summary>
    /// A file with the only certificate (PEM or DER) that the server's may be issued under; null for those that the system trusts.
    /// </summary>
    public string? TrustedRootFile { get; init; }

    /// <summary>The largest message, encoded: 100,000 to 1,000,000,000 bytes, 25,000,000 by default. The server's SIZE counts too.</summary>
    public long MaxEncodedBytes { get; init; } = 25_000_000;

    /// <summary>How long connecting may take: 1 second to 1 hour, 30 seconds by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer to a command may take: 1 second to 1 hour, 5 minutes by default (RFC 5321 4.5.3.2).</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the answer after the message may take: 1 second to 1 hour, 10 minutes by default (RFC 5321 4.5.3.2.6).</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting and what to write; none where all is well.</summary>
    public IEnumerable<string> Problems() => MailOptionsCheck.Problems(this);

    /// <summary>The server alone: options end up in logs, and a record would print its password.</summary>
    public override string ToString() => $"{nameof(MailOptions)} {{ {Host ?? "-"}:{Port}, {Security} }}";
}
