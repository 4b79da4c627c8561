namespace Samverkan.Intake.Text;

/// <summary>Takes the text out of one kind of file. A reader holds no state, may be used by many threads, and answers any
/// bytes with a value: it throws only what the stream itself throws.</summary>
public interface ITextReader
{
    /// <summary>Whether this reader is for files of that kind.</summary>
    /// <param name="kind">The kind, found by <see cref="FileKinds.Detect"/>.</param>
    bool CanRead(FileKind kind);

    /// <summary>Reads a file from its beginning.</summary>
    /// <param name="content">The file's bytes; seekable. It is left open.</param>
    /// <param name="limits">When to give up.</param>
    /// <param name="stop">Cancelled when the time is up; the answer is then <see cref="TextCodes.TooSlow"/>.</param>
    TextReading Read(Stream content, ReadingLimits limits, CancellationToken stop);
}
