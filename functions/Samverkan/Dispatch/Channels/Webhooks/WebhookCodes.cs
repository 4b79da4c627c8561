namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>
/// The codes that a try by webhook can end with. They are stored in the ledger and never change their meaning;
/// <see cref="Failures"/> explains each.
/// </summary>
public static class WebhookCodes
{
    /// <summary>Handed over: the system answered 2xx.</summary>
    public const string Accepted = "webhook.accepted";

    /// <summary>Permanent: there is no <c>PublicUrl</c>, and so no links to the documents.</summary>
    public const string NoLinks = "webhook.no-links";

    /// <summary>Permanent: there is no secret to sign with for the contact.</summary>
    public const string NoSecret = "webhook.no-secret";

    /// <summary>Permanent: the host has private addresses alone, and is not allowed to.</summary>
    public const string PrivateAddress = "webhook.private-address";

    /// <summary>Permanent: not https, and the host is not this machine.</summary>
    public const string Insecure = "webhook.insecure";

    /// <summary>Transient: 408, 425 or 429.</summary>
    public const string Deferred = "webhook.deferred";

    /// <summary>Transient: 5xx.</summary>
    public const string ServerError = "webhook.server-error";

    /// <summary>Permanent: 3xx; redirects are not followed.</summary>
    public const string Redirected = "webhook.redirected";

    /// <summary>Permanent: 410, the receiver wants nothing more.</summary>
    public const string Gone = "webhook.gone";

    /// <summary>Permanent: another 4xx.</summary>
    public const string Refused = "webhook.refused";

    /// <summary>Transient: no such host, or nobody listens.</summary>
    public const string Unreachable = "webhook.unreachable";

    /// <summary>Transient: the connection broke before all had been sent.</summary>
    public const string Disconnected = "webhook.disconnected";

    /// <summary>Transient: time was up before all had been sent.</summary>
    public const string TimedOut = "webhook.timed-out";

    /// <summary>Transient: all was sent and no answer came; the receiver may have it.</summary>
    public const string OutcomeUnknown = "webhook.outcome-unknown";

    /// <summary>Transient: what answered speaks no HTTP.</summary>
    public const string NotHttp = "webhook.not-http";

    /// <summary>Permanent: the certificate is not trusted, of another name, or out of date.</summary>
    public const string CertificateInvalid = "webhook.certificate-invalid";

    /// <summary>Transient: the TLS handshake failed otherwise.</summary>
    public const string TlsFailed = "webhook.tls-failed";
}
