using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>What the folders and the name of a dropped file say. The path is as the store has it: any string.</summary>
internal sealed class DroppedPath
{
    // The last folders say what the file is; a longer path says nothing more.
    private const int LongestRead = 1000;

    private static readonly char[] Separators = ['/', '\\'];

    internal DroppedPath(string path, Register register)
    {
        var read = path.Length > LongestRead ? path[^LongestRead..] : path;
        string[] segments = [.. read.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        Name = segments.Length > 0 ? WithoutExtension(segments[^1]) : "";
        string[] folders = segments.Length > 0 ? segments[..^1] : [];
        var agreements = register.Agreements.ToLookup(agreement => agreement.Id.Value, agreement => agreement.Id, StringComparer.Ordinal);
        var begun = register.Agreements.Where(agreement => Begins(Name, agreement.Id.Value)).MaxBy(agreement => agreement.Id.Value.Length);
        (Rest, Number) = WithoutNumber(begun is null ? Name : Name[begun.Id.Value.Length..]);
        SaidAgreements = [.. folders.SelectMany(folder => agreements[Slugged(folder)]).Concat(begun is null ? [] : [begun.Id]).Distinct()];
        var obligations = register.Agreements.SelectMany(agreement => agreement.Obligations).ToLookup(obligation => obligation.Id.Value, obligation => obligation.Id, StringComparer.Ordinal);
        ObligationFolders = [.. folders.Where(folder => obligations.Contains(Slugged(folder)))];
        SaidObligations = [.. ObligationFolders.Select(Slugged).Append(SluggedMatter(Rest)).SelectMany(slug => obligations[slug]).Distinct()];
        Folders = [.. folders.Where(folder => !agreements.Contains(Slugged(folder)))];
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
        ? ($"{name[..found.Start]} {name[found.End..]}", found.Number)
        : (name, null);

    private static string Slugged(string text) => string.Join('-', WordForm.Words(text));

    private static string SluggedMatter(string name) =>
        string.Join('-', WordForm.Words(name).Where(word => !TitleVocabulary.IsSilent(word)));
}
