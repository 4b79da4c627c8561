using System.Text.RegularExpressions;
using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>What the folders and the name of a dropped file say. The path is as the store has it: any string.</summary>
internal sealed partial class DroppedPath
{
    // The last folders say what the file is; a longer path says nothing more.
    private const int LongestRead = 1000;

    private static readonly char[] Separators = ['/', '\\'];

    internal DroppedPath(string path, MatchingGround ground)
    {
        var read = path.Length > LongestRead ? path[^LongestRead..] : path;
        string[] segments = [.. read.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        Name = segments.Length > 0 ? WithoutExtension(segments[^1]) : "";
        string[] folders = segments.Length > 0 ? segments[..^1] : [];
        var begun = ground.AgreementIds.Where(id => Begins(Name, id.Value)).Cast<AgreementId?>().MaxBy(id => id!.Value.Value.Length);
        (Rest, Number) = WithoutNumber(begun is { } first ? Name[first.Value.Length..] : Name);
        SaidAgreements = [.. folders.Select(AgreementOf).Append(begun).OfType<AgreementId>().Distinct()];
        ObligationFolders = [.. folders.Where(folder => ObligationOf(Slugged(folder)) is not null)];
        SaidObligations = [.. ObligationFolders.Select(Slugged).Append(SluggedMatter(Rest)).Select(ObligationOf).OfType<ObligationId>().Distinct()];
        Folders = [.. folders.Where(folder => AgreementOf(folder) is null)];

        AgreementId? AgreementOf(string folder) => AgreementId.TryParse(Slugged(folder), out var id) && ground.AgreementIds.Contains(id) ? id : null;
        ObligationId? ObligationOf(string slug) => ObligationId.TryParse(slug, out var id) && ground.ObligationIds.Contains(id) ? id : null;
    }

    /// <summary>The file's name without its extension.</summary>
    internal string Name { get; }

    /// <summary>The name without an agreement's id at its beginning and without a diary number.</summary>
    internal string Rest { get; }

    /// <summary>The diary number in the name; null where there is none.</summary>
    internal DiaryNumber? Number { get; }

    /// <summary>The folders that are not an agreement's id, the outermost first.</summary>
    internal IReadOnlyList<string> Folders { get; }

    /// <summary>Those of <see cref="Folders"/> that are an obligation's id: they name no part.</summary>
    internal IReadOnlyList<string> ObligationFolders { get; }

    internal IReadOnlyList<AgreementId> SaidAgreements { get; }

    internal IReadOnlyList<ObligationId> SaidObligations { get; }

    /// <summary>The years of the name and of the folders, each once.</summary>
    internal int[] Years => [.. Folders.Append(Rest).SelectMany(TitleYears.Alone).Distinct().Order()];

    private static string WithoutExtension(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? "" : name[(dot + 1)..];
        return extension.Length is > 0 and <= 5 && extension.All(char.IsAsciiLetterOrDigit) && !extension.All(char.IsAsciiDigit) ? name[..dot] : name;
    }

    // An id of one word is too plain to be told from the word.
    private static bool Begins(string name, string id) =>
        id.Contains('-', StringComparison.Ordinal) && name.StartsWith(id, StringComparison.OrdinalIgnoreCase)
        && (name.Length == id.Length || !char.IsLetterOrDigit(name[id.Length]));

    private static (string Name, DiaryNumber? Number) WithoutNumber(string name) => DiaryNumberScanner.Find(name) is { } found
        ? (YearsApart($"{name[..found.Start]} {name[found.End..]}"), found.Number)
        : (YearsApart(name), null);

    // "Verksamhetsplan2023" states a year as plainly as with a space.
    private static string YearsApart(string name) => YearInWord().Replace(name, " ");

    private static string Slugged(string text) => string.Join('-', WordForm.Words(text));

    private static string SluggedMatter(string name) =>
        string.Join('-', WordForm.Words(name).Where(word => !TitleVocabulary.IsSilent(word)));

    // Linear in a short text; a time limit would only make a paused machine throw.
    [GeneratedRegex(@"(?<=\p{L}{4})(?=(?:19|20)[0-9]{2}(?![0-9]))|(?<=(?<![0-9])(?:19|20)[0-9]{2})(?=\p{L}{4})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex YearInWord();
}
