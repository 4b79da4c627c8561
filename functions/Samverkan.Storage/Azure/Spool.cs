namespace Samverkan.Storage.Azure;

/// <summary>Content that is on its way, in a file of its own that goes when it is closed: its length and hash must be known first.</summary>
internal static class Spool
{
    /// <summary>An empty spool.</summary>
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), "samverkan-" + Guid.NewGuid().ToString("N")),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 81920,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
}
