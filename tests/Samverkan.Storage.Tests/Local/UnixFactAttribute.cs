namespace Samverkan.Storage.Tests.Local;

/// <summary>For what only the file systems of Unix can hold.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows cannot hold such a file.";
    }
}
