using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Recognises a heading by its shape, where no list has it: below a decision, "Konsekvenser för landsbygden"
/// and the text under it are no decisions. It is short, ends with no mark, has no verb of a decision, and a sentence
/// follows.</summary>
internal static class UnknownHeading
{
    private const int Longest = 60;

    private static readonly string[] s_verbs =
    [
        "tas", "anses", "är", "får", "ska", "skall", "har", "kan", "utgår", "avsätts", "att", "och att", "inte", "ej",
        "sker", "gäller", "tillförs", "införs", "revideras", "utökas", "besvaras", "bifalls", "undertecknas",
    ];

    public static bool Is(TextLine line, TextLine? next) =>
        line is { StartsParagraph: true, Kind: LineKind.Body } && line.Text.Length <= Longest
        && char.IsUpper(line.Text[0]) && char.IsLetter(line.Text[^1])
        && next is { } below && below.Text.Length > Longest && below.Text[0] is not ('•' or '-')
        && !HasVerb(line.Text);

    private static bool HasVerb(string text)
    {
        foreach (var word in text.Split(' '))
        {
            if (DecisionVerbs.IsAdopting(word) || DecisionVerbs.IsOther(word)
                || s_verbs.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
