using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads which body decided: from the decision's heading, the head of the document, or the sentence that
/// decides.</summary>
internal static class BodyReader
{
    private static readonly string[] s_besides =
    [
        "protokoll", "sammanträdesprotokoll", "protokollsutdrag", "utdrag", "sammanträde", "sammanträdesdatum",
        "sammanträdet", "möte", "nämnd", "organ", "instans",
    ];

    public static Reading<string>? Read(RawExtract extract, IReadOnlyList<Reading<string>> decisions) =>
        InDecisionHeading(extract) ?? extract.Head.Body ?? BeforeSign(extract.Start) ?? AsSubject(decisions)
            ?? ByLetters(extract);

    private static Reading<string>? InDecisionHeading(RawExtract extract)
    {
        var named = extract.Of(SectionKind.Decision).LastOrDefault(section => section.Body is not null);
        return named is { Body: { } body, Heading: { } line } ? Named(body, line) : null;
    }

    /// <summary>The first body that a document's head names.</summary>
    public static Reading<string>? InHead(IReadOnlyList<TextLine> head)
    {
        foreach (var line in head)
        {
            if (InHeadLine(line.Text) is { } body)
            {
                return Named(body, line);
            }
        }

        return null;
    }

    private static Reading<string>? BeforeSign(ParagraphHead start) =>
        Bodies.TryReadAtStart(start.Before, out var length) && !Bodies.IsLetters(start.Before)
            ? Named(Bodies.Name(start.Before.AsSpan(0, length)), start.Line)
            : null;

    /// <summary>The body of a head's line that is its name, or its name beside words such as "protokoll" and a
    /// date.</summary>
    private static string? InHeadLine(string text)
    {
        if (text.Length > 120)
        {
            return null;
        }

        if (Bodies.TryReadAtStart(text, out var length) && IsBeside(text.AsSpan(length)))
        {
            return Unlettered(text.AsSpan(0, length));
        }

        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = text.IndexOf(' ', at + 1))
        {
            var name = text.AsSpan(at + 1);
            if (Bodies.TryReadAtStart(name, out length) && IsBeside(text.AsSpan(0, at)) && IsBeside(name[length..]))
            {
                return Unlettered(name[..length]);
            }
        }

        return null;
    }

    private static string? Unlettered(ReadOnlySpan<char> name) => Bodies.IsLetters(name) ? null : Bodies.Name(name);

    private static bool IsBeside(ReadOnlySpan<char> text)
    {
        foreach (var word in s_besides)
        {
            if (Words.Find(text, word) >= 0)
            {
                return true;
            }
        }

        return !text.ContainsAnyInRange('a', 'z') && !text.ContainsAnyInRange('A', 'Z')
            || SwedishDates.Find(text) is not null;
    }

    private static Reading<string>? AsSubject(IReadOnlyList<Reading<string>> decisions)
    {
        foreach (var decision in decisions)
        {
            var text = decision.Value.AsSpan();
            if (char.IsUpper(text[0]) && Bodies.TryReadAtStart(text, out var length)
                && DecisionVerbs.IsActive(Words.At(text[length..].TrimStart(' '), 0)))
            {
                return new Reading<string>(Bodies.Name(text[..length]), decision.At);
            }
        }

        return null;
    }

    /// <summary>"KS" before the § or in the diary number tells the board without naming it.</summary>
    private static Reading<string>? ByLetters(RawExtract extract)
    {
        var letters = extract.Start.Before;
        var name = Bodies.Expand(letters);
        return name is null ? null
            : new Reading<string>(name, new Place(extract.Start.Line.Page, extract.Start.Line.Line, letters), Basis.Inferred);
    }

    private static Reading<string> Named(string body, TextLine line) => new(body, new Place(line.Page, line.Line, line.Text));
}
