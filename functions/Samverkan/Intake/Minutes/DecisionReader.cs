using System.Buffers;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads what was decided: numbered items, att-clauses, sentences. Leaves out what was only proposed, and what
/// people had entered in the minutes against it.</summary>
internal static class DecisionReader
{
    private static readonly SearchValues<string> s_dissent = SearchValues.Create(
    [
        "reserverar sig", "reserverade sig", "reservation", "deltar inte i beslutet", "deltar ej i beslutet",
        "deltog inte i beslutet", "deltog ej i beslutet", "avstår från att delta", "yrkar", "yrkade", "anmäler jäv",
        "anmälde jäv", "på grund av jäv",
        "omedelbart justerad", "justeras omedelbart", "justerades omedelbart", "protokollsanteckning", "mot beslutet",
        "till förmån för eget", "särskilt yttrande", "beslutet är enhälligt", "beslutar följande.",
        "beslutar enligt följande.",
    ], StringComparison.OrdinalIgnoreCase);

    public static List<Reading<string>> Read(RawExtract extract)
    {
        var found = new List<Reading<string>>();
        foreach (var section in Deciding(extract))
        {
            new DecisionItems(found).Read(section);
        }

        if (found.Count == 0)
        {
            ReadSentences(extract, found);
        }

        found.RemoveAll(decision => IsOnlyProposed(decision.Value));
        return found;
    }

    /// <summary>The sections that hold decisions. Where they name several bodies, the last decides; the others prepared
    /// the case.</summary>
    private static IEnumerable<Section> Deciding(RawExtract extract)
    {
        var sections = extract.Of(SectionKind.Decision).ToList();
        var decider = sections.FindLast(section => section.Body is not null)?.Body;
        return sections.Where(section => section.Body is null
            || string.Equals(section.Body, decider, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Without a heading, a sentence whose subject is a body that decides is the decision.</summary>
    private static void ReadSentences(RawExtract extract, List<Reading<string>> found)
    {
        foreach (var section in extract.Sections.Where(section => section.Kind is SectionKind.Opening
            or SectionKind.Background))
        {
            foreach (var statement in Statements.Of(section).Where(statement => IsDeciding(statement.Text)))
            {
                found.Add(statement.Says(statement.Text));
            }
        }
    }

    private static bool IsDeciding(string text) =>
        Bodies.TryReadAtStart(text, out var length) && Words.At(text.AsSpan(length).TrimStart(), 0) is "beslutar"
            or "godkänner" or "antar" or "fastställer"
        && char.IsUpper(text[0]);

    private static bool IsOnlyProposed(string text) =>
        char.IsUpper(text[0]) && Bodies.TryReadAtStart(text, out var length)
        && text.AsSpan(length).TrimStart() is var rest
        && (Words.At(rest, 0) is "föreslår" or "föreslog" or "hemställer" or "tillstyrker" or "rekommenderar"
            || Words.IsAt(rest, 0, "beslutar föreslå") || Words.IsAt(rest, 0, "beslutar att föreslå"));

    /// <summary>Whether a sentence tells who was against, or how the minutes were signed; as an item of a list it is a
    /// decision all the same.</summary>
    public static bool IsDissent(string text) => text.AsSpan().IndexOfAny(s_dissent) >= 0;
}
