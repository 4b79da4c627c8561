using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Smtp;

namespace Samverkan.Dispatch.Channels;

/// <summary>Hands messages to a mail server, over connections that are kept for the next ones. Keeps the server's last answer.</summary>
public sealed partial class SmtpTransport : IMailTransport, IDisposable, IAsyncDisposable
{
    private readonly X509Certificate2? _root;
    private readonly SmtpOptions _server;
    private readonly SmtpPool _pool;
    private readonly TokenLogin? _login;
    private readonly ILogger<SmtpTransport> _log;

    /// <summary>Takes settings that have been checked.</summary>
    /// <exception cref="ArgumentException">The settings have problems, which it lists, or no host.</exception>
    public SmtpTransport(MailOptions options, ILogger<SmtpTransport> log, IMailTokens? tokens = null, TimeProvider? time = null)
    {
        if (options.Host is null) throw new ArgumentException("Without Smtp:Host there is no mail server; use FileTransport.", nameof(options));
        if (options.Problems().ToArray() is { Length: > 0 } problems) throw new ArgumentException(string.Join(' ', problems), nameof(options));
        _root = options.TrustedRootFile is { } file ? X509CertificateLoader.LoadCertificateFromFile(file) : null;
        _log = log;
        _pool = new SmtpPool(time ?? TimeProvider.System);
        if (options.Auth is MailAuth.OAuth)
            _login = new TokenLogin(options.User!, tokens ?? throw new ArgumentNullException(nameof(tokens), "Smtp:Auth is OAuth, and there is nothing to get tokens from."));
        _server = new SmtpOptions
        {
            Host = options.Host,
            Port = options.Port,
            ClientName = MailOptionsCheck.EhloName(options)!,
            Encryption = (SmtpEncryption)options.Security,
            Credentials = string.IsNullOrEmpty(options.User) || options.Auth is MailAuth.OAuth ? null : new SmtpCredentials(options.User, options.Password!),
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
        ChannelResult? loginFault = null;
        var result = await _pool.SendAsync(SmtpMessage.Of(message, returnPath), OpenAsync, cancellation);
        if (result?.Failure is { } failure) LogFailed(message.MessageId.Value, failure.Phase, failure.Fault, failure.Detail);
        return loginFault ?? SmtpOutcomes.Of(result!);

        async Task<SmtpConnectResult?> OpenAsync(CancellationToken stop)
        {
            if (_login is null) return await SmtpConnection.OpenAsync(_server, progress: null, stop);
            (var opened, loginFault) = await _login.OpenAsync(_server, stop);
            return opened;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        _root?.Dispose();
    }

    /// <summary>As <see cref="DisposeAsync"/>, for a container that cannot wait.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    [LoggerMessage(2201, LogLevel.Information, "Message {MessageId} was not taken: {Phase} {Fault} ({Detail})")]
    private partial void LogFailed(string messageId, SmtpPhase phase, SmtpFault fault, string? detail);
}
