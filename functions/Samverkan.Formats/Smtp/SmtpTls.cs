using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Samverkan.Formats.Smtp;

/// <summary>The TLS handshake. The certificate is always checked: by the system's roots, or by the one root of the options.</summary>
internal static class SmtpTls
{
    public static async Task<Stream> HandshakeAsync(Stream stream, SmtpOptions options, CancellationToken cancellationToken)
    {
        var found = SslPolicyErrors.None;
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = options.Host,
            CertificateChainPolicy = options.TrustedRoot is { } root ? Only(root) : null,
            RemoteCertificateValidationCallback = (_, _, _, errors) => (found = errors) == SslPolicyErrors.None,
        };
        try
        {
            await secure.AuthenticateAsClientAsync(authentication, cancellationToken);
            return secure;
        }
        catch (AuthenticationException e)
        {
            await secure.DisposeAsync();
            throw found == SslPolicyErrors.None
                ? new SmtpException(SmtpPhase.Tls, SmtpFault.TlsFailed, e.Message)
                : new SmtpException(SmtpPhase.Tls, SmtpFault.CertificateInvalid, found.ToString());
        }
    }

    // No revocation check, as by default: a relay of one's own publishes no list, and many networks let none through.
    private static X509ChainPolicy Only(X509Certificate2 root) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { root },
        RevocationMode = X509RevocationMode.NoCheck,
    };
}
