using System.Collections.Concurrent;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;

namespace Benchmarks;

/// <summary>Hands on to the mail server, and keeps what was sent so that it can be sent again.</summary>
internal sealed class RecordingTransport(SmtpTransport transport) : IMailTransport, IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _sent = new();

    /// <summary>What was sent.</summary>
    public IReadOnlyCollection<MimeMessage> Sent => _sent;

    /// <inheritdoc/>
    public EndpointId? Endpoint => transport.Endpoint;

    /// <inheritdoc/>
    public Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
    {
        _sent.Enqueue(message with { }); // what is sent again is laid out again
        return transport.SendAsync(message, returnPath, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transport.DisposeAsync();
}
