using System.Runtime.CompilerServices;

namespace Samverkan.Tests.Intake.Minutes;

/// <summary>The samples that lie beside the checkout, in <c>../shared/minutes</c>, or where SAMVERKAN_SHARED says.</summary>
internal static class SharedMinutes
{
    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("SAMVERKAN_SHARED") ?? Path.Combine(Root(), "..", "shared"), "minutes");

    public static bool Exists => Directory.Exists(Folder);

    public static IEnumerable<string> Names() => Exists
        ? Directory.EnumerateFiles(Folder, "*.expected.json").Select(path =>
        Path.GetFileName(path)[..^".expected.json".Length]).Order(StringComparer.Ordinal)
        : [];

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "Samverkan.Functions.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
