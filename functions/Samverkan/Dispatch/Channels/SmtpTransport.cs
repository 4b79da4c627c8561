using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Smtp;

namespace Samverkan.Dispatch.Channels;

/// <summary>Hands messages to a mail server, each over a connection of its own. Keeps the server's last answer.</summary>
public sealed partial class SmtpTransport : IMailTransport, IDisposable
{
    private readonly X509Certificate2? _root;
    private readonly SmtpOptions _server;
    private readonly ILogger<SmtpTransport> _log;

    /// <summary>Takes settings that have been checked.</summary>
    /// <exception cref="ArgumentException">The settings have problems, which it lists, or no host.</exception>
    public SmtpTransport(MailOptions options, ILogger<SmtpTransport> log)
    {
        if (options.Host is null) throw new ArgumentException("Without Smtp:Host there is no mail server; use FileTransport.", nameof(options));
        if (options.Problems().ToArray() is { Length: > 0 } problems) throw new ArgumentException(string.Join(' ', problems), nameof(options));
        _root = options.TrustedRootFile is { } file ? X509CertificateLoader.LoadCertificateFromFile(file) : null;
        _log = log;
        _server = new SmtpOptions
        {
            Host = options.Host,
            Port = options.Port,
            ClientName = MailOptionsCheck.EhloName(options)!,
            Encryption = (SmtpEncryption)options.Security,
            Credentials = string.IsNullOrEmpty(options.User) ? null : new SmtpCredentials(options.User, options.Password!),
            AllowClearTextAuth = options.AllowClearTextAuth,
            TrustedRoot = _root,
            ConnectTimeout = options.ConnectTimeout,
            CommandTimeout = options.CommandTimeout,
            AfterDataTimeout = options.AnswerTimeout,
        };
    }

    /// <inheritdoc/>
    public EndpointId? Endpoint => EndpointId.Mail(_server.Host, _server.Port);

    /// <inheritdoc/>
    public async Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
    {
        var result = await SmtpClient.SendAsync(_server, SmtpMessage.Of(message, returnPath), progress: null, cancellation);
        if (result.Failure is { } failure) LogFailed(message.MessageId.Value, failure.Phase, failure.Fault, failure.Detail);
        return SmtpOutcomes.Of(result);
    }

    /// <inheritdoc/>
    public void Dispose() => _root?.Dispose();

    [LoggerMessage(2201, LogLevel.Information, "Message {MessageId} was not taken: {Phase} {Fault} ({Detail})")]
    private partial void LogFailed(string messageId, SmtpPhase phase, SmtpFault fault, string? detail);
}
