namespace Samverkan.Storage.Local;

/// <summary>What an error of the file system says.</summary>
internal static class DiskFault
{
    /// <summary>Whether no room is left, on the disk or in the account's share of it.</summary>
    public static bool IsFull(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 39 or 112 or 1295 // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL, ERROR_DISK_QUOTA_EXCEEDED
        : e.HResult is 28 or 122 or 69; // ENOSPC, EDQUOT on Linux, EDQUOT on BSD and macOS
}
