namespace Samverkan.Formats.Mime;

/// <summary>Bytes in memory: headers, texts and boundaries.</summary>
internal sealed class BytesSegment(byte[] bytes) : MimeSegment
{
    public override long Length => bytes.Length;

    public override Task WriteAsync(Stream output, CancellationToken cancellationToken) =>
        output.WriteAsync(bytes, cancellationToken).AsTask();
}
