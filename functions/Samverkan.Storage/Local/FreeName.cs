using System.Runtime.InteropServices;

namespace Samverkan.Storage.Local;

/// <summary>Gives a file a name that is free, and never takes it from another file.</summary>
internal static class FreeName
{
    private const int AlreadyExists = 17; // EEXIST, on Linux and macOS alike

    /// <summary>
    /// Moves a file; false where the name is taken. <see cref="File.Move(string, string, bool)"/> looks first and renames
    /// after on Unix, which replaces a file that comes in between; making a second name for the file cannot. File systems
    /// without hard links get what .NET does.
    /// </summary>
    public static bool TryMove(string source, string target)
    {
        if (OperatingSystem.IsWindows()) return TryRename(source, target);
        if (Link(source, target) != 0) return Marshal.GetLastPInvokeError() != AlreadyExists && TryRename(source, target);
        File.Delete(source);
        return true;
    }

    /// <summary>What is left where there are no hard links: looks first, and renames after.</summary>
    internal static bool TryRename(string source, string target)
    {
        if (Path.Exists(target)) return false;
        try
        {
            File.Move(source, target, overwrite: false);
            return true;
        }
        catch (IOException) when (Path.Exists(target))
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);
}
