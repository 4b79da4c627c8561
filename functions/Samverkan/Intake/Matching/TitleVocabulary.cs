namespace Samverkan.Intake.Matching;

/// <summary>
/// The words of titles that do not say what a document is about: its kind, what is done with it, and small words. All
/// are written without rings and dots, as <see cref="WordForm.Words"/> gives them.
/// </summary>
internal static class TitleVocabulary
{
    /// <summary>A plan of whatever kind.</summary>
    internal const string AnyPlan = "plan";

    /// <summary>The kind that agreements are of, however they are called.</summary>
    internal const string AgreementKind = "avtal";

    private static readonly Dictionary<string, string> Kinds = Stems(
        ("verksamhetsplan", "verksamhetsplan"), ("handlingsplan", "handlingsplan"), ("plan", "plan"), ("budget", "budget"),
        ("program", "program"), ("strategi", "strategi"), ("policy", "policy"), ("avtal", AgreementKind),
        ("samverkansavtal", AgreementKind), ("samarbetsavtal", AgreementKind), ("overenskommelse", AgreementKind),
        ("samverkansoverenskommelse", AgreementKind));

    private static readonly string[] KindMembers = ["plan", "budget", "program", "strategi", "policy", "overenskommelse", "avtal"];

    private static readonly string[] AboutMembers =
    [
        "rapport", "uppfoljning", "redovisning", "redogorelse", "berattelse", "bokslut", "utvardering", "granskning",
        "sammanstallning", "skrivelse", "yttrande", "protokoll",
    ];

    private static readonly HashSet<string> AboutWords = new(
        [
            "remiss", "remissvar", "svar", "motion", "medborgarforslag", "interpellation", "bilaga", "bilagor", "missiv",
            "kallelse", "inbjudan", "presentation", "protokollsutdrag", "underlag", "beslutsunderlag", "information", "foljebrev",
        ],
        StringComparer.Ordinal);

    private static readonly string[] EmptyMembers = ["arbete", "insats", "omrade", "fragor", "satsning"];

    private static readonly HashSet<string> Light = new(
        new[] { "gemensamma", "lokal", "regional", "kommunal", "samverkan", "samarbete", "arlig", "samlad", "overgripande", "verksamhet" }.Select(WordForm.Stem),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Silent = new(
        """
        och for i med det den de av till om kring pa avseende gallande betraffande angaende rorande inom mellan samt en ett
        enligt fran som under vid ar ars aret aren hos ang utkast forslag forslaget reviderad reviderat revidering uppdaterad
        ny nytt nya version slutlig slutversion arende arendet beslut antagande godkannande faststallande faststalld faststallt
        faststallda antagen antaget antagna godkand forlangning forlangd dnr diarienummer kopia kommun kommunen kommunens
        perioden period planar inkorg ej inte annu icke infor innan ska skall draft koncept arbetsversion arbetsmaterial
        remissversion samradsversion signerad underskriven final ks kf au
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    internal static bool IsSilent(string word) => word.Length < 2 || word.Any(char.IsDigit) || Silent.Contains(word);

    /// <summary>The kind of document that a word names, and what the word says besides; null where it names none.</summary>
    internal static (string Kind, string? Topic)? Kind(string word)
    {
        if (Kinds.TryGetValue(WordForm.Stem(word), out var kind)) return (kind, null);
        foreach (var member in KindMembers)
            if (WordForm.Before(word, member) is { Length: >= 3 } topic) return (Kinds[WordForm.Stem(member)], topic);
        return null;
    }

    /// <summary>The kind of a document about another: a report, a reply, an attachment; null where a word names none.</summary>
    internal static (string Kind, string? Topic)? About(string word)
    {
        if (AboutWords.Contains(word)) return (word, null);
        foreach (var member in AboutMembers)
            if (WordForm.Before(word, member) is { } topic) return (member, topic.Length >= 4 && topic != "verksamhets" ? topic : null);
        return null;
    }

    internal static bool IsLight(string word) => Light.Contains(WordForm.Stem(word));

    /// <summary>"folkhalsoarbetet" says no more than "folkhalso": what is left of a word without such a member; empty where nothing is.</summary>
    internal static string Topic(string word)
    {
        foreach (var member in EmptyMembers)
            if (WordForm.Before(word, member) is { } topic) return topic.Length is 0 or >= 4 ? topic : word;
        return word;
    }

    private static Dictionary<string, string> Stems(params (string Word, string Kind)[] kinds) =>
        kinds.ToDictionary(kind => WordForm.Stem(kind.Word), kind => kind.Kind, StringComparer.Ordinal);
}
