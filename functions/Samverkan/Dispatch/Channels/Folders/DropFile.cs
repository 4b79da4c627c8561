namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>A file of a drop.</summary>
/// <param name="Path">One or two names with <c>/</c> between: a file, or a file in a folder of the drop.</param>
/// <param name="Write">Writes its bytes; what it throws goes on to the caller, except <see cref="IOException"/>.</param>
public sealed record DropFile(string Path, Func<Stream, CancellationToken, Task> Write);
