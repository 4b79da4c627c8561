namespace Samverkan.Formats.Mime;

/// <summary>A run of a message's bytes whose length is known before it is written.</summary>
internal abstract class MimeSegment
{
    public abstract long Length { get; }

    public abstract Task WriteAsync(Stream output, CancellationToken cancellationToken);
}
