using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Minutes;

/// <summary>The invented minutes in Corpus, each as text and as Word beside what a careful reader takes out of it: one
/// object, or a list where the document has several paragraphs.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Corpus"));

    public static IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder).Where(path => Path.GetExtension(path) is ".txt"
            or ".docx").Order(StringComparer.Ordinal)];

    public static DocumentText? Text(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return FileTextReader.Create(TimeProvider.System).Read(stream, name).Text;
    }

    public static IReadOnlyList<string> Read(string path) =>
        MinutesJson.Write(Path.GetFileName(path), MinutesReader.Read(Text(File.ReadAllBytes(path), path)!));

    public static IReadOnlyList<string> Expected(string path)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder,
            Path.GetFileNameWithoutExtension(path) + ".expected.json")))!;
        return json is JsonArray several ? [.. several.Select(one => one!.ToJsonString(JsonSerializerOptions.Default))]
            : [json.ToJsonString()];
    }

    /// <summary>The fields of one file, right and wrong; a missing or superfluous paragraph is wrong in all its
    /// fields.</summary>
    public static FieldComparison Compare(string path)
    {
        var expected = Expected(path);
        var actual = Read(path);
        var pairs = expected.Zip(actual, FieldComparison.Compare).ToList();
        var unpaired = Math.Abs(expected.Count - actual.Count) * FieldComparison.FieldsOfAnExtract;
        return new FieldComparison(
            pairs.Sum(pair => pair.Fields) + unpaired,
            [.. pairs.SelectMany(pair => pair.Wrong),
                .. Enumerable.Repeat($"{expected.Count} paragraphs expected, {actual.Count} read", unpaired)]);
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
