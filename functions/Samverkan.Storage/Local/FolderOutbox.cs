using Samverkan.Dispatch.Channels;

namespace Samverkan.Storage.Local;

/// <summary>
/// The outbox as a folder, made when it is first written to. A file is written under a temporary name that begins with a
/// dot, flushed and renamed; what a crash leaves of it is written over by the next try of the same delivery.
/// </summary>
/// <param name="dataFolder">The data folder; the outbox is <see cref="Name"/> in it.</param>
public sealed class FolderOutbox(string dataFolder) : IOutbox
{
    /// <summary>The folder's name.</summary>
    public const string Name = "utkorg";

    private const int LongestName = 200;

    /// <summary>The folder's path.</summary>
    public string Folder { get; } = Path.GetFullPath(Path.Combine(dataFolder, Name));

    /// <inheritdoc/>
    public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        DemandFileName(name);
        Directory.CreateDirectory(Folder);
        var temporary = Path.Combine(Folder, $".{name}.tmp");

        // Another writer of the same name fails here, and must not touch what the first one is writing.
        var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            await using (file)
            {
                await write(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(Folder, name), overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <exception cref="ArgumentException">The name is none that an outbox takes.</exception>
    internal static void DemandFileName(string name)
    {
        if (!IsFileName(name))
            throw new ArgumentException($"A file's name is 1-{LongestName} of a-z A-Z 0-9 . _ -, not beginning with '.'.", nameof(name));
    }

    private static bool IsFileName(string name) =>
        name.Length is > 0 and <= LongestName
        && name[0] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
