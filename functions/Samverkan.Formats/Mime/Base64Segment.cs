using System.Buffers;
using System.Buffers.Text;

namespace Samverkan.Formats.Mime;

/// <summary>An attachment in base64 with 76 columns, each line ended by CRLF; two small buffers at a time.</summary>
internal sealed class Base64Segment(MimeAttachment attachment) : MimeSegment
{
    private const int LineBytes = 57;
    private const int LineColumns = 76;
    private const int Lines = 512;

    public override long Length
    {
        get
        {
            var columns = (attachment.Length + 2) / 3 * 4;
            return columns + ((columns + LineColumns - 1) / LineColumns * 2);
        }
    }

    public override async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var input = ArrayPool<byte>.Shared.Rent(LineBytes * Lines);
        var encoded = ArrayPool<byte>.Shared.Rent((LineColumns + 2) * Lines);
        try
        {
            await using var content = await attachment.Open(cancellationToken);
            long total = 0;
            int read;
            do
            {
                read = await content.ReadAtLeastAsync(
                    input.AsMemory(0, LineBytes * Lines), LineBytes * Lines, throwOnEndOfStream: false, cancellationToken);
                total += read;
                if (total > attachment.Length)
                    throw Changed();
                await output.WriteAsync(encoded.AsMemory(0, Encode(input.AsSpan(0, read), encoded)), cancellationToken);
            }
            while (read == LineBytes * Lines);

            if (total != attachment.Length)
                throw Changed();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input);
            ArrayPool<byte>.Shared.Return(encoded);
        }
    }

    // SIZE was declared from the length: a file that grew or shrank must not leave half a message behind.
    private IOException Changed() =>
        new($"An attachment no longer has the {attachment.Length} bytes that it was measured with; measure it again.");

    private static int Encode(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var written = 0;
        for (; !input.IsEmpty; input = input[Math.Min(LineBytes, input.Length)..])
        {
            Base64.EncodeToUtf8(input[..Math.Min(LineBytes, input.Length)], output[written..], out _, out var columns);
            written += columns;
            output[written++] = (byte)'\r';
            output[written++] = (byte)'\n';
        }

        return written;
    }
}
