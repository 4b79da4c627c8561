namespace Samverkan.Dispatch.Channels;

/// <summary>The port to the folder of messages that are written instead of sent.</summary>
public interface IOutbox
{
    /// <summary>
    /// Writes a file durably and whole: a crash, a failure or cancellation leaves what was there before. The same name again
    /// replaces the file.
    /// </summary>
    /// <param name="name">1–200 of <c>a-z A-Z 0-9 . _ -</c>, not beginning with <c>.</c>; never a path.</param>
    /// <param name="write">Writes the file's bytes; what it throws goes on to the caller.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">The name is not such a name.</exception>
    Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation);
}
