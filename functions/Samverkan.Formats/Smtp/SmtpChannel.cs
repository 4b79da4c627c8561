using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Samverkan.Formats.Smtp;

/// <summary>
/// A connection that carries commands and answers, each within its time. What the network does wrong becomes an
/// <see cref="SmtpException"/>; after one, or after a cancellation, the channel is of no more use.
/// </summary>
internal sealed class SmtpChannel : IAsyncDisposable
{
    private readonly SmtpOptions options;
    private Stream stream;
    private SmtpReplyReader reader;

    private SmtpChannel(SmtpOptions options, Stream stream)
    {
        this.options = options;
        this.stream = stream;
        reader = new SmtpReplyReader(stream);
    }

    public bool IsSecure => stream is SslStream;

    public SmtpReply? LastReply { get; private set; }

    public static async Task<SmtpChannel> ConnectAsync(SmtpOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await Deadline.RunAsync(
                SmtpPhase.Connect,
                options.ConnectTimeout,
                async token => await socket.ConnectAsync(options.Host, options.Port, token),
                cancellationToken);
            return new SmtpChannel(options, new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task SecureAsync(CancellationToken cancellationToken)
    {
        if (reader.HasUnread)
            throw new SmtpException(SmtpPhase.Tls, SmtpFault.TlsInjection, "Clear text after the answer to STARTTLS.");
        stream = await Deadline.RunAsync(
            SmtpPhase.Tls, options.ConnectTimeout, token => SmtpTls.HandshakeAsync(stream, options, token), cancellationToken);
        reader = new SmtpReplyReader(stream);
    }

    public async Task<SmtpAnswer> ReadAsync(SmtpPhase phase, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var answer = await Deadline.RunAsync(phase, timeout, token => reader.ReadAsync(phase, token), cancellationToken);
        LastReply = answer.Reply;
        return answer;
    }

    /// <summary>Sends a command line and reads its answer; <paramref name="secrets"/> are cut out of what is kept of it.</summary>
    public async Task<SmtpAnswer> CommandAsync(
        SmtpPhase phase, string line, CancellationToken cancellationToken, params string[] secrets)
    {
        if (reader.HasUnread)
            throw new SmtpException(phase, SmtpFault.NotSmtp, "The server answered more than it was asked.");
        await WriteAsync(phase, options.CommandTimeout, Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
        var answer = await ReadAsync(phase, options.CommandTimeout, cancellationToken);
        foreach (var secret in secrets.Where(secret => secret.Length > 3))
            answer = answer with { Reply = answer.Reply with { Text = answer.Reply.Text.Replace(secret, "***", StringComparison.Ordinal) } };
        LastReply = answer.Reply;
        return answer;
    }

    /// <summary>Sends one block of a message.</summary>
    public Task SendAsync(SmtpPhase phase, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        WriteAsync(phase, options.DataBlockTimeout, block, cancellationToken);

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private Task WriteAsync(
        SmtpPhase phase, TimeSpan timeout, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Deadline.RunAsync(phase, timeout, async token => await stream.WriteAsync(bytes, token), cancellationToken);
}
