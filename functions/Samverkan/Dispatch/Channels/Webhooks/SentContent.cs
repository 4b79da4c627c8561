using System.Net;
using System.Net.Http.Headers;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>A JSON body that knows whether all of it has been sent: from then on the receiver may have it.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly byte[] _body;

    internal SentContent(byte[] body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    internal bool IsSent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_body, cancellationToken);
        IsSent = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
