using Microsoft.Extensions.Logging;

namespace Samverkan.Storage.Local;

/// <summary>Finds the files of the inbox. What cannot be taken is passed over with one line in the log, not one a round.</summary>
internal sealed partial class InboxWalk(string root, ILogger log)
{
    private HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Every file that could be claimed, were it still, with its mark.</summary>
    public IReadOnlyList<(string Name, FileMark Mark)> Files()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<(string Name, FileMark Mark)>();
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in Entries(folder, told))
            {
                // .NET gives an entry whose path is longer than the system takes no path at all.
                if (entry.FullName.Length == 0) Tell(told, folder, LogTooDeep);
                else if (InboxPath.IsPassedOver(entry.Name)) continue;
                else if (entry.LinkTarget is not null) Tell(told, entry.FullName, LogLink);
                else if (entry is DirectoryInfo) folders.Push(entry.FullName);
                else if (FileMark.Of(entry.FullName) is { } mark) files.Add((InboxPath.NameOf(root, entry.FullName), mark));
                else if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal)) Tell(told, entry.FullName, LogName);
            }
        }

        _told = told;
        return files;
    }

    private FileSystemInfo[] Entries(string folder, HashSet<string> told)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            return []; // removed since its parent was read
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell(told, folder, path => LogFolder(e, path));
            return [];
        }
    }

    private void Tell(HashSet<string> told, string path, Action<string> say)
    {
        var name = InboxPath.NameOf(root, path).ReplaceLineEndings(" ");
        if (told.Add(name) && !_told.Contains(name)) say(name);
    }

    [LoggerMessage(3006, LogLevel.Warning, "Inbox: {Name} is a link and is not followed; drop the file itself")]
    private partial void LogLink(string name);

    [LoggerMessage(3002, LogLevel.Warning, "Inbox: the name {Name} is not valid UTF-8, so the file cannot be opened; rename it")]
    private partial void LogName(string name);

    [LoggerMessage(3003, LogLevel.Error, "Inbox: the folder {Name} cannot be read; its files stay where they are")]
    private partial void LogFolder(Exception e, string name);

    [LoggerMessage(3005, LogLevel.Error, "Inbox: what lies in the folder {Name} has a path longer than the system takes; move it up")]
    private partial void LogTooDeep(string name);
}
