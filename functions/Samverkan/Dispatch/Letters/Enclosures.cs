namespace Samverkan.Dispatch.Letters;

/// <summary>
/// The names that documents are handed over under: the same in the covering letter and on the files. The name that a
/// document was dropped under, without its folders; where that has been erased, the word for its part. A draft's files are
/// marked too, since a file leaves its letter behind. No two are the same.
/// </summary>
public static class Enclosures
{
    private const int LongestStem = 120;
    private const int LongestExtension = 10;
    private const string Forbidden = "\"*/:<>?\\|";

    /// <summary>A name for each document, in their order; such as <c>UTKAST - plan 2023.pdf</c>.</summary>
    public static IReadOnlyList<string> Names(DeliveryVersion version, IReadOnlyList<SentDocument> documents)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. documents.Select(document => Unique(version is DeliveryVersion.Draft ? "UTKAST - " : "", document, taken))];
    }

    private static string Unique(string mark, SentDocument document, HashSet<string> taken)
    {
        var (stem, extension) = Split(document);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? $"{mark}{stem}{extension}" : $"{mark}{stem} ({number}){extension}";
            if (taken.Add(name)) return name;
        }
    }

    private static (string Stem, string Extension) Split(SentDocument document)
    {
        var name = Safe(document.Name ?? "");
        var extension = Path.GetExtension(name);
        if (extension.Length > LongestExtension) extension = "";
        var stem = name[..^extension.Length];
        if (stem.Length == 0) stem = Safe(SwedishWords.OfPart(document.Part));
        return (OneLine.Of(stem, LongestStem), extension);
    }

    private static string Safe(string text)
    {
        var line = OneLine.Of(text, most: 100_000);
        var name = line[(line.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(name.Select(c => Forbidden.Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
    }
}
