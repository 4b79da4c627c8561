using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads which bodies stood behind the matter before: "Västkoms styrelse ställde sig 2020-11-24 bakom …".</summary>
internal static class EndorsementReader
{
    private static readonly string[] s_verbs = ["ställde sig", "har ställt sig", "ställt sig"];

    private static readonly string[] s_decided = ["beslutade", "beslöt", "har beslutat", "beslutat"];

    private static readonly string[] s_helpers = ["har", "också", "även", "enhälligt", "därefter", "samtidigt"];

    public static void Read(Statement statement, ICollection<Reading<Endorsement>> found,
        ICollection<ReadingWarning> warnings)
    {
        if (statement.Section is SectionKind.Decision or SectionKind.Proposal or SectionKind.Recipients
            or SectionKind.Dissent or SectionKind.Closing
            || !statement.Text.Contains("bakom", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var clause in Clauses(statement.Text))
        {
            if (BodyOf(clause) is not { } body)
            {
                continue;
            }

            var date = SwedishDates.Find(clause);
            found.Add(statement.Says(new Endorsement(body, date?.Date), clause));
            if (date is { Date: null })
            {
                warnings.Add(new ReadingWarning(MinutesWarnings.EndorsementDateIncomplete, statement.At(clause)));
            }
        }
    }

    /// <summary>The sentence cut before each further subject, so that every clause has at most one endorsement.</summary>
    private static IEnumerable<string> Clauses(string text)
    {
        var start = 0;
        var second = NextVerb(text, Math.Max(NextVerb(text, 0), 0) + 1);
        while (second > 0)
        {
            var cut = SubjectStart(text, second);
            if (cut > start)
            {
                yield return text[start..cut].TrimEnd();
                start = cut;
            }

            second = NextVerb(text, second + 1);
        }

        yield return text[start..];
    }

    private static int NextVerb(string text, int from) =>
        Words.Find(text, "ställde sig", from) is var at and >= 0 ? at : Words.Find(text, "ställt sig", from);

    private static int SubjectStart(string text, int verb)
    {
        var at = text.LastIndexOf(" och ", verb, StringComparison.Ordinal);
        while (at > 0 && text[at - 1] == '-')
        {
            at = text.LastIndexOf(" och ", at - 1, StringComparison.Ordinal);
        }

        return at < 0 ? 0 : at + " och ".Length;
    }

    private static string? BodyOf(string clause)
    {
        foreach (var verb in s_verbs)
        {
            var at = Words.Find(clause, verb);
            if (at >= 0 && Words.Find(clause, "bakom", at) is > 0 and var behind)
            {
                return Name(clause.AsSpan(0, at)) ?? Name(clause.AsSpan(at + verb.Length, behind - at - verb.Length));
            }
        }

        return Words.HasAny(clause, "ställa sig bakom")
            && !Words.HasAny(clause, "rekommenderade", "rekommenderat", "föreslog", "uppmanade") ? Decider(clause) : null;
    }

    private static string? Decider(string clause)
    {
        foreach (var verb in s_decided)
        {
            var at = Words.Find(clause, verb);
            if (at > 0)
            {
                return Name(clause.AsSpan(0, at));
            }
        }

        return null;
    }

    /// <summary>The subject without its date, its helping verbs and what leads up to it; null where no name is
    /// left.</summary>
    private static string? Name(ReadOnlySpan<char> text)
    {
        if (SwedishDates.Find(text) is { } date)
        {
            var before = text[..date.Start].TrimEnd();
            before = Words.Last(before) is "den" or "Den" ? before[..^3] : before;
            var name = Name(before);
            return name ?? Name(text[date.End..]);
        }

        text = text.Trim(" ,.:;");
        while (IsHelper(Words.Last(text)))
        {
            text = text[..^Words.Last(text).Length].TrimEnd(" ,");
        }

        text = text[(text.LastIndexOf(", ") + 1)..].Trim();
        var inverted = Words.Find(text, "har");
        text = inverted > 0 ? text[(inverted + "har".Length)..].Trim() : text;
        var start = text.StartsWith("Även ", StringComparison.Ordinal) ? 5 : 0;
        text = text[start..];
        return !text.IsEmpty && char.IsUpper(text[0]) && text.Length <= 120 && !IsPronoun(Words.At(text, 0))
            ? text.ToString() : null;
    }

    private static bool IsHelper(ReadOnlySpan<char> word)
    {
        foreach (var helper in s_helpers)
        {
            if (word.SequenceEqual(helper))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPronoun(ReadOnlySpan<char> word) => word is "Den" or "De" or "Det" or "Han" or "Hon" or "Man"
        or "Vi" or "Dessa" or "Denna" or "Detta" or "Efter" or "Vid" or "Under" or "I" or "Genom";
}
