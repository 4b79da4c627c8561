using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Letters;

/// <summary>What is known of a decision, and in so many words what is not.</summary>
internal static class DecisionWords
{
    /// <summary>"§ 193"; null where it is not stated.</summary>
    internal static string? Paragraph(Decision? decision) =>
        decision?.Paragraph is { } number ? $"§ {number.TrimStart('§', ' ')}" : null;

    /// <summary>The facts of a decision, and a paragraph that names those which its source does not state.</summary>
    /// <param name="decision">The decision; null where nothing is known of it.</param>
    /// <param name="source">Where it was read, such as "protokollsutdraget".</param>
    internal static IEnumerable<Block> Of(Decision? decision, string source)
    {
        (string Name, string? Value, string Missing)[] all =
        [
            ("Ärende", decision?.Title, ""),
            ("Beslutat av", decision?.Body, "Vem som har beslutat"),
            ("Paragraf", Paragraph(decision), "Paragrafen"),
            ("Diarienummer", decision?.DiaryNumber, "Diarienumret"),
            ("Beslutsdatum", decision?.DecidedOn is { } day ? SwedishDate.Long(day) : null, "Beslutsdatum"),
        ];
        var stated = all.Where(x => x.Value is not null).Select(x => new Fact(x.Name, x.Value!)).ToArray();
        if (stated.Length > 0) yield return new Block.Facts(stated);
        var missing = all.Where(x => x is { Value: null, Missing.Length: > 0 }).Select(x => $"{x.Missing} framgår inte av {source}.").ToArray();
        if (missing.Length > 0) yield return new Block.Paragraph(string.Join(' ', missing));
    }
}
