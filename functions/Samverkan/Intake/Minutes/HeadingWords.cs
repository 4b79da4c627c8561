using System.Collections.Frozen;

namespace Samverkan.Intake.Minutes;

/// <summary>The headings that minutes use, as data. A heading is matched whole, in any case, with or without a
/// colon.</summary>
internal static class HeadingWords
{
    private static readonly string[] s_decision =
    [
        "beslut", "beslutet", "vårt beslut", "nämndens beslut", "styrelsens beslut", "utskottets beslut",
        "fullmäktiges beslut", "beslut i ärendet",
        "följande beslut fattas", "beslutas", "beslutade", "det beslutas", "beslutsformulering", "beslutet lyder",
    ];

    private static readonly string[] s_proposal =
    [
        "förslag", "förslag till beslut", "förslag till beslut på sammanträdet", "beslutsförslag", "yrkande",
        "yrkanden", "yrkanden och förslag",
        "förslag och yrkanden", "förslag på sammanträdet", "förvaltningens förslag",
        "förvaltningens förslag till beslut", "ordförandens förslag",
        "ordförandens förslag till beslut", "tidigare förslag", "tjänsteförslag", "framlagda förslag",
        "framlagt förslag", "föredragandes förslag",
        "kommunledningskontorets förslag", "tilläggsyrkande", "ändringsyrkande", "motförslag",
        "förslag till kommunfullmäktige", "förslag till kommunstyrelsen",
    ];

    private static readonly string[] s_background =
    [
        "ärendebeskrivning", "ärendet", "ärendet i korthet", "bakgrund", "sammanfattning",
        "sammanfattning av ärendet", "ärendesammanfattning",
        "beskrivning av ärendet", "redogörelse för ärendet", "ärendets gång", "överväganden", "bedömning",
        "motivering", "motivering till beslut", "skäl för beslutet",
        "skäl till beslut", "beslutsmotivering", "ekonomi", "ekonomiska konsekvenser", "konsekvenser",
        "barnkonsekvensanalys", "barnperspektivet", "barnets bästa", "analys", "utredning",
        "förvaltningens bedömning", "förvaltningens synpunkter", "kommunledningskontorets yttrande", "inledning",
        "syfte", "historik", "information", "uppföljning",
        "jämställdhet", "hållbarhet", "facklig samverkan", "tidplan", "dagens sammanträde", "föredragning",
        "juridisk bedömning", "ekonomisk bedömning", "ekonomisk konsekvensbeskrivning", "konsekvensbeskrivning",
        "jämlikhets- och jämställdhetsanalys", "agenda 2030", "finansiering", "samråd", "remissinstanser", "lagstöd",
        "lagrum", "laghänvisning", "lagstiftning", "övrigt", "aktuell situation", "sammanfattande bedömning",
    ];

    private static readonly string[] s_preparation =
    [
        "beredning", "beredning av ärendet", "ärendets beredning", "ärendets behandling", "behandling",
        "tidigare behandling", "tidigare behandling av ärendet",
        "tidigare beslut", "tidigare beslut i ärendet", "ärendets handläggning", "ärendegång",
        "ärendets tidigare beredning", "beredning och behandling", "behandling i arbetsutskottet",
        "ärendets tidigare behandling", "beslutsgång i tidigare instanser", "föregående beslut", "behandling i nämnd",
    ];

    private static readonly string[] s_documents =
    [
        "beslutsunderlag", "underlag", "underlag för beslut", "underlag till beslut", "handlingar",
        "handlingar i ärendet", "ärendets handlingar", "bilagor", "bilaga",
        "beslutshandlingar", "underlag för beslutet", "dokument", "till ärendet hör", "ärendehandlingar",
    ];

    private static readonly string[] s_recipients =
    [
        "expedieras till", "expedieras", "expediering", "expedierat till", "expediering till",
        "expediering av beslut", "expediering av beslutet", "expediering sker till", "expedition",
        "beslutsexpediering",
        "beslutet expedieras till", "beslut expedieras till", "beslutet ska expedieras till",
        "protokollsutdrag expedieras till",
        "beslutet skickas till", "beslut skickas till", "beslutet ska skickas till",
        "beslutet skickas för kännedom till", "skickas till", "skickas för kännedom till", "ska skickas till",
        "skickat till",
        "beslutet sänds till", "beslut sänds till", "sänds till", "sändes till", "sänds för kännedom till",
        "beslutet sändes till", "beslutet översänds till", "översänds till",
        "protokollsutdrag till", "protokollsutdrag", "protokollsutdrag skickas till", "protokollsutdrag sänds till",
        "protokollsutdrag delges", "utdrag till", "utdrag skickas till", "utdrag av protokollet till",
        "utdrag ur protokollet till", "protokollsutdraget skickas till",
        "paragrafen skickas till", "paragrafen expedieras till", "paragrafen sänds till",
        "delges", "delges till", "delgivning", "delgivning till", "delgives", "delgivas", "beslutet delges",
        "beslut delges", "delgivningslista", "ska delges",
        "sändlista", "sändlista för beslutet", "distribution", "distributionslista", "mottagare",
        "mottagare av beslutet", "beslutsmottagare", "beslutets mottagare",
        "kopia till", "kopior till", "kopia", "kopia för kännedom till", "kopia av beslutet till",
        "kopia på beslutet till", "kopia av beslutet skickas till",
        "meddelas", "beslutet meddelas", "beslut meddelas", "beslutet meddelas till", "meddelas till", "underrättas",
        "underrättelse till", "beslut till", "beslutet till",
        "för kännedom", "för kännedom till", "för verkställighet", "för verkställighet till", "för åtgärd",
        "för åtgärd till", "beslutet lämnas till", "skickas", "exp", "exp till", "exp.", "utdrag",
        "beslut expedieras", "beslutet expedieras", "beslutet skickas", "protokollet skickas till",
        "protokollet expedieras till", "protokollsutdrag översänds till", "kopia för kännedom", "beslutet ska delges",
        "delgivning av beslut", "information till", "protokollsutdrag till följande",
        "beslutet skickas till följande", "informeras", "beslutet tillställs", "tillställs",
    ];

    private static readonly string[] s_dissent =
    [
        "reservation", "reservationer", "särskilt yttrande", "särskilda yttranden", "protokollsanteckning",
        "protokollsanteckningar", "anteckning till protokollet",
        "beslutsgång", "beslutsordning", "propositionsordning", "omröstning", "omröstningsresultat",
        "omröstningsordning", "votering", "voteringsordning", "voteringsresultat", "jäv", "deltar inte i beslutet",
        "ej deltagande i beslut", "inlägg", "yttranden", "talare", "ajournering", "proposition", "propositioner",
        "anförande", "anföranden", "avstår", "röstning", "närvarande vid ärendet", "ersättaryttrande",
        "ersättaryttranden", "särskilt uttalande", "särskilda uttalanden", "röstförklaring", "överläggning",
        "överläggning i ärendet", "diskussion", "deltagande", "ej beslutande",
    ];

    private static readonly string[] s_closing =
    [
        "vid protokollet", "justerat", "justeras", "justering", "rätt utdraget intygar", "rätt utdraget",
        "utdragets riktighet intygas", "riktigheten intygas", "utdraget bestyrks", "bestyrks", "bestyrkes",
        "underskrift", "underskrifter", "underskrifter i original", "anslagsbevis", "bevis om anslag",
        "hur man överklagar", "besvärshänvisning", "överklagandehänvisning", "så här överklagar du",
        "ordförande", "justerare", "sekreterare", "protokollet är justerat", "dag som ovan", "in fidem",
        "utdraget intygas", "digitalt signerat", "signerat digitalt",
    ];

    /// <summary>Every heading with what it opens.</summary>
    public static FrozenDictionary<string, SectionKind> ByWords { get; } = new (SectionKind Kind, string[] Words)[]
    {
        (SectionKind.Decision, s_decision), (SectionKind.Proposal, s_proposal), (SectionKind.Background, s_background),
            (SectionKind.Preparation, s_preparation),
        (SectionKind.Documents, s_documents), (SectionKind.Recipients, s_recipients), (SectionKind.Dissent, s_dissent),
            (SectionKind.Closing, s_closing),
    }.SelectMany(group => group.Words.Select(words => (words, group.Kind))).ToFrozenDictionary(x => x.words, x =>
        x.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The headings of recipients that may be followed by the first of them without a colon; longest
    /// first.</summary>
    public static IReadOnlyList<string> OpeningSentences { get; } =
        [.. s_recipients.Where(words => words.EndsWith(" till", StringComparison.Ordinal) || words is "delges"
            or "beslutet delges" or "beslutet meddelas").OrderByDescending(words => words.Length)];
}
