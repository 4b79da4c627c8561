namespace Samverkan.Intake.Minutes;

/// <summary>The verbs of decisions, as data. The first of them in a decision says what kind it is.</summary>
internal static class DecisionVerbs
{
    private static readonly HashSet<string> s_adopting = new(
        [
            "godkänns", "godkänner", "godkänna", "godkändes", "godkännes", "antas", "antar", "anta", "antogs",
            "antages", "antaga", "fastställs", "fastställer", "fastställa", "fastställdes", "fastställes",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_other = new(
        [
            "uppdrar", "uppdra", "uppdras", "ge", "ger", "ges", "får", "avslår", "avslå", "avslås", "återremitterar",
            "återremittera", "återremitteras", "bordlägger", "bordlägga", "bordläggs", "noterar", "notera", "noteras",
            "antecknar", "anteckna", "antecknas", "överlämnar", "överlämna", "överlämnas", "föreslår", "föreslå",
            "föreslås", "rekommenderar", "rekommendera", "rekommenderas", "remitterar", "remittera", "remitteras",
            "delegerar", "delegera", "delegeras", "lägger", "lägga", "läggs", "avvisar", "avvisa", "avvisas",
            "upphäver", "upphäva", "upphävs", "förlänger", "förlänga", "förlängs", "anslår", "anslå", "anslås",
            "fördelar", "fördela", "fördelas", "hemställer", "hemställa", "tillstyrker", "tillstyrka", "tillstyrks",
            "avstyrker", "avstyrka", "avstyrks", "utser", "utse", "beviljar", "bevilja", "beviljas", "begär",
            "begära", "redovisas", "finansieras", "skickas", "skjuta", "skjuts", "skjuter", "avskriver", "avskriva",
            "avskrivs", "återkallar", "återkalla", "återkallas", "avslutas", "avsluta", "ersätts", "ersätta",
            "entledigar", "entlediga", "ställer", "ställa",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsAdopting(ReadOnlySpan<char> word) =>
        s_adopting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsOther(ReadOnlySpan<char> word) => s_other.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a word is what a body does when it decides: "beslutar", "godkänner", "ställer".</summary>
    public static bool IsActive(ReadOnlySpan<char> word) =>
        word is "beslutar" or "beslutade" or "har" or "beslöt"
            || ((IsAdopting(word) || IsOther(word)) && word.EndsWith("r", StringComparison.Ordinal) && word is not "får");
}
