using Samverkan.Agreements;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Matching;

/// <summary>Chooses which part of an obligation's documents a file is.</summary>
internal static class PartChoice
{
    /// <summary>The part and why; null where several are possible and nothing decides between them.</summary>
    internal static (string Part, string Why)? Of(Obligation obligation, DroppedPath path, PlanReading? text)
    {
        if (obligation.Parts is [var only]) return (only, $"Åtagandet har en enda del, {only}.");
        if (InName(obligation.Parts, path.Rest) is { } named) return (named, $"Filnamnet anger delen {named}.");
        var folder = path.Folders.Except(path.ObligationFolders, StringComparer.Ordinal).Select(name => InName(obligation.Parts, name)).LastOrDefault(part => part is not null);
        if (folder is not null && NamesNone(obligation.Parts, path.Rest)) return (folder, $"Mappen anger delen {folder}.");
        return text?.Part is { } read && obligation.Parts.Contains(read.Value, StringComparer.Ordinal)
            ? (read.Value, read.Basis == Basis.Inferred ? $"Av dokumentets titel att döma är det delen {read.Value}." : $"Dokumentet anger delen {read.Value}.")
            : null;
    }

    // "Budget verksamhetsplan" is the budget: a word of its own before one that is only a member of another.
    private static string? InName(IReadOnlyList<string> parts, string name)
    {
        var mentions = Mentions(parts, name);
        return mentions.Select(mention => mention.Part).Distinct(StringComparer.Ordinal).ToArray() switch
        {
            [var one] => one,
            [var first, _] when mentions.TrueForAll(mention => mention.IsWord == (mention.Part == first)) => first,
            _ => null,
        };
    }

    private static bool NamesNone(IReadOnlyList<string> parts, string name) => Mentions(parts, name).Count == 0;

    private static List<(string Part, bool IsWord)> Mentions(IReadOnlyList<string> parts, string name) =>
    [
        .. WordForm.Words(name).SelectMany(word => parts
            .Select(part => (part, before: Before(word, part)))
            .Where(mention => mention.before is not null)
            .Select(mention => (mention.part, mention.before!.Length == 0))),
    ];

    private static string? Before(string word, string part) =>
        WordForm.Words(part) is [var single] ? WordForm.Before(word, single) : null;
}
