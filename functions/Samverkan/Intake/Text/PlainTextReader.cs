namespace Samverkan.Intake.Text;

/// <summary>Reads text files: UTF-8 with or without its mark, UTF-16 with one, Windows-1252. Reads in pieces, so the
/// memory used is that of the lines.</summary>
public sealed class PlainTextReader : ITextReader
{
    private const int PieceLength = 1 << 16;

    /// <inheritdoc />
    public bool CanRead(FileKind kind) => kind == FileKind.PlainText;

    /// <inheritdoc />
    public TextReading Read(Stream content, ReadingLimits limits, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        if (TextEncodings.Detect(content, stop) is not var (encoding, markLength))
        {
            return Refused(Refusals.TooSlow);
        }

        content.Position = markLength;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[Math.Min(PieceLength, content.Length)];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        var lines = new LineCollector(limits.MaxLines);
        int read;
        do
        {
            if (stop.IsCancellationRequested)
            {
                return Refused(Refusals.TooSlow);
            }

            read = content.Read(bytes);
            var decoded = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
            lines.Append(chars.AsSpan(0, decoded));
        }
        while (read > 0 && !lines.Overflowed);

        var text = new DocumentText(FileKind.PlainText, lines.Complete());
        return lines.Overflowed ? Refused(Refusals.TooManyLines) : TextReading.Of(text);
    }

    private static TextReading Refused(TextRefusal refusal) => TextReading.Refused(FileKind.PlainText, refusal);
}
