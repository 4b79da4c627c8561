using System.Text;
using System.Text.RegularExpressions;
using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>
/// The forms in which a printed name is compared with the register's, from the strictest to the most tolerant. None of
/// them forgives a letter that is wrong.
/// </summary>
internal static partial class RecipientName
{
    // Between a name and these lies nothing that tells contacts apart.
    private const string Silent = " -.,:;()[]\"'’”/•*";

    private static readonly char[] SilentEnds = Silent.ToCharArray();

    private static readonly string[] RolesBehind =
    [
        "för kännedom", "för åtgärd", "för verkställighet", "för verkställande", "för handläggning", "f.k.", "f.k", "fk", "f.v.b.",
        "via e-post", "via epost", "via mejl", "via mail", "via post", "per e-post", "per mejl", "per mail", "per post", "via e-tjänst",
    ];

    private static readonly string[] RolesBefore = ["för kännedom till", "för kännedom", "för åtgärd till", "för åtgärd", "kopia till", "kopia", "till"];

    /// <summary>Case, hyphens, white space and punctuation make no difference.</summary>
    internal static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in NameFold.Fold(name))
            if (!Silent.Contains(letter, StringComparison.Ordinal)) letters.Append(letter);
        return letters.ToString();
    }

    /// <summary>Nor does the definite article of the words that offices and boards are called by.</summary>
    internal static string Indefinite(string name) => Article().Replace(Letters(name), "");

    /// <summary>Nor does the genitive at the end: "Socialnämndens", "GR:s".</summary>
    internal static string Nominative(string name) =>
        Indefinite(name) is { Length: > 1 } indefinite && indefinite.EndsWith('s') ? indefinite[..^1] : "";

    /// <summary>The name without what minutes say of the sending: "för kännedom", "via e-post".</summary>
    internal static string WithoutRole(string name)
    {
        var rest = NameFold.Fold(name).Trim(SilentEnds);
        while (Cut(rest) is { Length: > 0 } shorter) rest = shorter;
        return rest;
    }

    private static string? Cut(string name)
    {
        var behind = RolesBehind.FirstOrDefault(role => name.Length > role.Length && name.EndsWith(role, StringComparison.Ordinal) && " (,".Contains(name[^(role.Length + 1)], StringComparison.Ordinal));
        if (behind is not null) return name[..^behind.Length].Trim(SilentEnds);
        var before = RolesBefore.FirstOrDefault(role => name.Length > role.Length && name.StartsWith(role, StringComparison.Ordinal) && " :".Contains(name[role.Length], StringComparison.Ordinal));
        return before is null ? null : name[before.Length..].Trim(SilentEnds);
    }

    // Linear in a short text; a time limit would only make a paused machine throw.
    [GeneratedRegex(
        """
        (?<=nämnd|region|förvaltning|avdelning|enhet|kommun|stab|myndighet|grupp|chef|strateg|direktör|sektion|delegation|beredning|ledning|förening|jurist|ekonom)en
        |(?<=styrelse|stiftelse|kommitté|byrå|samordnare|sekreterare|handläggare|ledare|utvecklare|ordförande|registrator|revisor)n
        |(?<=kontor|kansli|utskott|förbund|råd|bolag|sekretariat|institut|universitet|sjukhus|verk)et
        |(?<=nämnder|styrelser|förvaltningar|avdelningar|enheter|kommuner|regioner|revisorer)na
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Article();
}
