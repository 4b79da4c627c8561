namespace Samverkan.Intake.Text;

/// <summary>Takes the text out of any file: judges its kind by its bytes, refuses what must not be let in, and hands
/// the rest to the reader of its kind. The one entrance to this folder.</summary>
/// <param name="readers">The readers, asked in order.</param>
/// <param name="limits">When to give up.</param>
/// <param name="time">Measures the time a file takes; it decides nothing else.</param>
public sealed class FileTextReader(IReadOnlyList<ITextReader> readers, ReadingLimits limits, TimeProvider time)
{
    /// <summary>A reader of every kind that Samverkan reads, with the default limits.</summary>
    /// <param name="time">Measures the time a file takes.</param>
    public static FileTextReader Create(TimeProvider time) =>
        new([new PlainTextReader(), new WordReader(), new PdfCarrier()], ReadingLimits.Default, time);

    /// <summary>Starts the time that one file may take (<see cref="ReadingLimits.MaxDuration"/>), its text and what is
    /// read out of it together. Dispose it.</summary>
    public CancellationTokenSource StartClock() => new(limits.MaxDuration, time);

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes; seekable, left open.</param>
    /// <param name="fileName">Its name, only to find out that the bytes are something else than the name says.</param>
    public TextReading Read(Stream content, string fileName)
    {
        using var clock = StartClock();
        return Read(content, fileName, clock.Token);
    }

    /// <summary>Reads a file within a time that has started already.</summary>
    /// <param name="content">Its bytes; seekable, left open.</param>
    /// <param name="fileName">Its name, only to find out that the bytes are something else than the name says.</param>
    /// <param name="stop">Cancelled when the time is up.</param>
    public TextReading Read(Stream content, string fileName, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > limits.MaxFileBytes)
        {
            return TextReading.Refused(FileKind.Unknown, Refusals.TooLarge(limits.MaxFileBytes));
        }

        var kind = FileKinds.Detect(content);
        if (Refusal(kind, fileName) is { } refusal)
        {
            return TextReading.Refused(kind, refusal);
        }

        if (readers.FirstOrDefault(reader => reader.CanRead(kind)) is not { } chosen)
        {
            return TextReading.Unread(kind, TextCodes.NotRead);
        }

        return chosen.Read(content, limits, stop);
    }

    private static TextRefusal? Refusal(FileKind kind, string fileName)
    {
        var claimed = FileKinds.ClaimedBy(fileName);
        return kind switch
        {
            FileKind.Empty => Refusals.Empty,
            FileKind.Encrypted => Refusals.Encrypted,
            FileKind.WordWithMacros => Refusals.Macros,
            FileKind.Word when claimed == FileKind.WordWithMacros => Refusals.Macros,
            FileKind.BrokenZip when claimed is null or FileKind.Word or FileKind.WordWithMacros or FileKind.Excel
                or FileKind.Zip
                => Refusals.Damaged,
            _ when claimed is not null && claimed != kind => Refusals.Disguised(Path.GetExtension(fileName)),
            FileKind.OldOffice => Refusals.OldOffice,
            FileKind.Unknown or FileKind.Zip => Refusals.UnknownKind,
            _ => null,
        };
    }
}
