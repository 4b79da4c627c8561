using static Samverkan.Dispatch.FailurePhrases;

namespace Samverkan.Dispatch.Channels;

/// <summary>What the codes of e-mail through Microsoft Graph mean.</summary>
internal static class GraphFailures
{
    /// <summary>The texts by code.</summary>
    public static readonly IReadOnlyDictionary<string, FailureText> Texts = new Dictionary<string, FailureText>(StringComparer.Ordinal)
    {
        [MailCodes.GraphAccepted] = new(
            "Microsoft Graph tog emot meddelandet.", "Expedieringen är överlämnad.", Nothing),
        [MailCodes.GraphDeferred] = new(
            "Microsoft Graph bad oss vänta och försöka igen senare.", MayPass,
            Goes + "be it-avdelningen se om Microsoft 365 har driftstörningar. Skicka sedan expedieringen igen."),
        [MailCodes.GraphLoginExpired] = new(
            "Microsoft Graph godtar inte längre den inloggning (åtkomsttoken) som har gällt hittills: den har gått ut eller dragits tillbaka.", MayPass,
            Goes + "be it-avdelningen kontrollera att programmet i Smtp:ClientId fortfarande får logga in, och skicka expedieringen igen när det får det."),
        [MailCodes.GraphDenied] = new(
            "Microsoft Graph låter inte Samverkan skicka från brevlådan.", NotSent,
            "Be it-avdelningen ge programmet behörigheten Mail.Send för brevlådan i Smtp:From. Skicka sedan expedieringen igen."),
        [MailCodes.GraphRefused] = new(
            "Microsoft Graph godtog inte meddelandet.", NotSent,
            "Läs svaret, och be it-avdelningen kontrollera Smtp:From och Mail:GraphUrl. Skicka sedan expedieringen igen."),
        [MailCodes.GraphUnreachable] = new(
            "Microsoft Graph gick inte att nå.", MayPass,
            Goes + "be it-avdelningen kontrollera Mail:GraphUrl och brandväggen. Skicka sedan expedieringen igen."),
        [MailCodes.GraphOutcomeUnknown] = new(
            "Förbindelsen med Microsoft Graph bröts innan svaret kom.", MayBeCopy, AskFirst),
    };
}
