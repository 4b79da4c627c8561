namespace Samverkan.Formats.Smtp;

/// <summary>
/// An open session with a mail server that takes one message after another (RSET between them). One call at a time;
/// a pool keeps it while <see cref="IsUsable"/>. Disposing it says QUIT where that still helps.
/// </summary>
public sealed class SmtpConnection : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly SmtpChannel channel;
    private readonly SmtpOptions options;
    private bool fresh = true;
    private bool closed;

    private SmtpConnection(SmtpChannel channel, SmtpOptions options, SmtpCapabilities capabilities)
    {
        this.channel = channel;
        this.options = options;
        Capabilities = capabilities;
    }

    /// <summary>What the server offers.</summary>
    public SmtpCapabilities Capabilities { get; }

    /// <summary>Whether TLS protects the connection.</summary>
    public bool IsSecure => channel.IsSecure;

    /// <summary>
    /// Whether another message can be tried: nothing broke. That the server still listens shows first when it is asked.
    /// </summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Connects, secures and logs in.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="progress">Told of each step and at every interval, from any thread; null: nobody.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    /// <returns>The connection, or the failure of the first step that failed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing is left open.</exception>
    public static async Task<SmtpConnectResult> OpenAsync(
        SmtpOptions options, IProgress<SmtpProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var reporter = new SmtpProgressReporter(progress, options.ProgressInterval);
        SmtpChannel? line = null;
        SmtpConnection? connection = null;
        try
        {
            reporter.Enter(SmtpPhase.Connect);
            line = await SmtpChannel.ConnectAsync(options, cancellationToken);
            var capabilities = await SmtpSession.OpenAsync(line, options, reporter, cancellationToken);
            connection = new SmtpConnection(line, options, capabilities);
            return new SmtpConnectResult(connection);
        }
        catch (SmtpException e)
        {
            return new SmtpConnectResult(e.Failure);
        }
        finally
        {
            if (line is not null && connection is null)
                await line.DisposeAsync();
        }
    }

    /// <summary>Sends a message. Never tries twice by itself.</summary>
    /// <param name="message">The message.</param>
    /// <param name="progress">Told of each step, each block and at every interval, from any thread; null: nobody.</param>
    /// <param name="cancellationToken">Breaks off; after the final dot the server may have the message all the same.</param>
    /// <returns>What became of it; a broken connection is a failure too, not an exception.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; the connection is closed.</exception>
    /// <exception cref="IOException">The content could not be read; the server got no whole message.</exception>
    public async Task<SmtpResult> SendAsync(
        SmtpMessage message, IProgress<SmtpProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!IsUsable)
            return SmtpResult.Failed(message, new SmtpFailure(SmtpPhase.Reset, SmtpFault.Disconnected, Detail: "Closed before."));
        var reset = !fresh;
        (IsUsable, fresh) = (false, false);
        await using var reporter = new SmtpProgressReporter(progress, options.ProgressInterval);
        try
        {
            var transaction = new SmtpTransaction(channel, options, Capabilities, message, reporter);
            var result = await transaction.RunAsync(reset, cancellationToken);
            IsUsable = transaction.LeavesUsable;
            return result;
        }
        finally
        {
            if (!IsUsable)
                await CloseAsync();
        }
    }

    /// <summary>Says QUIT if the session is in order, waits at most 3 s for its answer, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsUsable)
        {
            IsUsable = false;
            await QuitAsync();
        }

        await CloseAsync();
    }

    private async Task QuitAsync()
    {
        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await channel.CommandAsync(SmtpPhase.Reset, "QUIT", patience.Token);
        }
        catch (Exception e) when (e is SmtpException or OperationCanceledException)
        {
            // Every message has had its answer: a farewell that fails changes nothing.
        }
    }

    private async ValueTask CloseAsync()
    {
        if (!closed)
        {
            closed = true;
            await channel.DisposeAsync();
        }
    }
}
