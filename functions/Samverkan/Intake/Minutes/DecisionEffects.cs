using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Says what decisions do: adopt, or stand behind. "att uppdra åt nämnden att anta …", "avslås" and "godkänns
/// inte" do neither.</summary>
public static class DecisionEffects
{
    private static readonly string[] s_reports =
        [
            "rapport", "redovisning", "uppföljning", "information", "bokslut", "återrapport", "sammanställning",
            "dagordning", "föredragningslista", "redogörelse", "utvärdering", "verksamhetsberättelse", "protokoll",
            "yttrande", "remissvar",
        ];

    private static readonly string[] s_plans =
    [
        "plan", "budget", "program", "strategi", "policy", "överenskommelse", "avtal", "förslag",
    ];

    /// <summary>Whether a decision adopts something other than a report: "godkänner", "antas", "fastställa".</summary>
    /// <param name="decision">The decision, as printed.</param>
    public static bool Adopts(string decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return MainVerb(decision) is var (at, word) && DecisionVerbs.IsAdopting(word)
            && !IsNegated(decision, at, word.Length) && !IsOfReport(decision, at);
    }

    /// <summary>Whether a decision stands behind something: "ställer sig bakom".</summary>
    /// <param name="decision">The decision, as printed.</param>
    public static bool Endorses(string decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return MainVerb(decision) is var (at, word)
            && word.StartsWith("ställ", StringComparison.OrdinalIgnoreCase)
            && !IsNegated(decision, at, word.Length)
            && decision.AsSpan(at + word.Length).TrimStart().StartsWith("sig", StringComparison.Ordinal)
            && Words.Find(decision, "bakom", at) > 0;
    }

    internal static Reading<string>? First(IReadOnlyList<Reading<string>> decisions, Func<string, bool> does) =>
        decisions.FirstOrDefault(decision => does(decision.Value));

    private static (int At, string Word)? MainVerb(string decision)
    {
        for (var at = 0; at < decision.Length; at++)
        {
            var word = Words.At(decision, at);
            if (DecisionVerbs.IsAdopting(word) || DecisionVerbs.IsOther(word))
            {
                return (at, word.ToString());
            }

            at += word.Length;
        }

        return null;
    }

    private static bool IsNegated(string decision, int at, int length) =>
        Words.Last(decision.AsSpan(0, at).TrimEnd()) is "inte" or "ej" or "icke"
        || Words.At(decision.AsSpan(at + length).TrimStart(), 0) is "inte" or "ej" or "icke";

    /// <summary>Whether what is adopted is a report: in "godkänner uppföljningen av planen" the report comes before the
    /// plan.</summary>
    private static bool IsOfReport(string decision, int verb)
    {
        var passive = decision[verb..].AsSpan(0, Words.At(decision, verb).Length)[^1] == 's';
        var thing = passive ? decision[..verb] : decision[verb..];
        var report = FirstOf(thing, s_reports);
        return report >= 0 && (FirstOf(thing, s_plans) is var plan && (plan < 0 || report < plan));
    }

    private static int FirstOf(string text, string[] words) =>
        words.Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(at =>
            at >= 0).DefaultIfEmpty(-1).Min();
}
