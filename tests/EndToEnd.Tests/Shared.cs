using System.Runtime.CompilerServices;

namespace EndToEnd.Tests;

/// <summary>The folder that developers and CI have beside the checkout, and users do not.</summary>
internal static class Shared
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("SAMVERKAN_SHARED")
        ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "shared"));

    public static bool Exists => Directory.Exists(Path.Combine(Folder, "minutes"));

    public static string Minutes(string name) => Path.Combine(Folder, "minutes", name);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
