namespace Samverkan.Formats.Tests.Servers;

/// <summary>Where the npm servers of <c>tests/servers</c> are, and why they cannot run when they cannot.</summary>
internal static class TestServers
{
    public static string Folder { get; } = Path.Combine(Root(), "tests", "servers");

    public static string? Missing { get; } = MissingFor("smtp-server");

    /// <summary>Why what needs an npm package cannot run; null where it can.</summary>
    public static string? MissingFor(string package) =>
        Node() is null ? "node is not installed"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", package)) ? "run npm ci in tests/servers"
        : null;

    public static string? Node()
    {
        var names = OperatingSystem.IsWindows() ? "node.exe" : "node";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, names))
            .FirstOrDefault(File.Exists);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Samverkan.Functions.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
