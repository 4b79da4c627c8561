namespace Samverkan.Storage.Local;

/// <summary>Names within the inbox, which may come from anybody, and their paths.</summary>
internal static class InboxPath
{
    // What Word, browsers and file transfer programs call a file that is not finished.
    private static readonly string[] Unfinished = [".tmp", ".part", ".crdownload", ".filepart"];

    /// <summary>Whether a file or folder of this name is none of ours: hidden, or not finished.</summary>
    public static bool IsPassedOver(string segment) =>
        segment.StartsWith('.')
        || segment.StartsWith("~$", StringComparison.Ordinal)
        || Unfinished.Any(suffix => segment.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The path of a name; null where no file of the inbox can have it, or a link stands on the way.</summary>
    public static string? Resolve(string root, string name)
    {
        var segments = name.Split('/');
        var path = root;
        foreach (var segment in segments)
        {
            if (!IsPlain(segment) || new DirectoryInfo(path) is { Exists: true, LinkTarget: not null } && path != root) return null;
            path = Path.Combine(path, segment);
        }

        return path;
    }

    /// <summary>The name of a path below the inbox, or below a claim.</summary>
    public static string NameOf(string root, string path) =>
        Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    // On Windows a colon names a stream or a drive, and a backslash is a separator; elsewhere both are letters.
    private static bool IsPlain(string segment) =>
        segment.Length > 0
        && !IsPassedOver(segment)
        && !segment.Contains('\0', StringComparison.Ordinal)
        && (!OperatingSystem.IsWindows() || segment.IndexOfAny([':', '\\']) < 0);
}
