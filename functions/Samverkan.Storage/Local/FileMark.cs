namespace Samverkan.Storage.Local;

/// <summary>What tells that somebody has written to a file: its size and the time of its last change.</summary>
internal readonly record struct FileMark(long Size, DateTime WrittenUtc)
{
    /// <summary>The mark of a file; null where it is gone, is a link or a folder, or has a name that .NET cannot give back to the system.</summary>
    public static FileMark? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null ? new FileMark(file.Length, file.LastWriteTimeUtc) : null;
    }
}
