using static Samverkan.Dispatch.FailurePhrases;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>What the codes of webhooks mean.</summary>
internal static class WebhookFailures
{
    /// <summary>The texts by code.</summary>
    public static readonly IReadOnlyDictionary<string, FailureText> Texts = new Dictionary<string, FailureText>(StringComparer.Ordinal)
    {
        [WebhookCodes.Accepted] = new(
            "Mottagarens system tog emot expedieringen.", "Expedieringen är överlämnad.", Nothing),
        [WebhookCodes.NoLinks] = new(
            "Handlingarna lämnas som länkar, och Samverkan har ingen adress att länka till.", NotSent,
            "Be it-avdelningen ställa in PublicUrl och starta om Samverkan. Skicka sedan expedieringen igen."),
        [WebhookCodes.NoSecret] = new(
            "Det finns ingen nyckel att signera med för den här mottagaren.", $"{NotSent} Inget skickas utan signatur.",
            "Be it-avdelningen lägga in nyckeln som Webhook:Secrets: följt av kontaktens id, ge mottagaren samma nyckel och starta om Samverkan. Skicka sedan igen."),
        [WebhookCodes.PrivateAddress] = new(
            "Webbadressen leder till ett internt nät, och dit skickas inget om det inte är tillåtet.", NotSent,
            "Rätta adressen i registret. Är den rätt: be it-avdelningen lägga till datornamnet i Webhook:AllowPrivate. Skicka sedan igen."),
        [WebhookCodes.Insecure] = new(
            "Webbadressen är okrypterad, och det får den bara vara till den här datorn.", $"{NotSent} Inget skickas i klartext.",
            "Rätta adressen i registret så att den börjar med https och skicka expedieringen igen."),
        [WebhookCodes.Deferred] = new(
            "Mottagarens system bad oss vänta och försöka igen senare.", MayPass, CheckReceiver),
        [WebhookCodes.ServerError] = new(
            "Mottagarens system svarade att det har ett fel.", MayPass, CheckReceiver),
        [WebhookCodes.Redirected] = new(
            "Mottagarens system hänvisade till en annan adress, och hänvisningar följs inte.", NotSent,
            "Fråga mottagaren efter den rätta adressen, rätta kontakten och skicka expedieringen igen."),
        [WebhookCodes.Gone] = new(
            "Mottagarens system svarade att adressen inte längre används.", NotSent,
            "Fråga mottagaren hur den vill nås, rätta kontakten och skicka expedieringen igen."),
        [WebhookCodes.Refused] = new(
            "Mottagarens system godtog inte expedieringen. Ofta är adressen eller nyckeln fel.", NotSent,
            "Läs svaret och kontrollera adress och nyckel med mottagaren. Rätta dem och skicka expedieringen igen."),
        [WebhookCodes.Unreachable] = new(
            "Mottagarens system gick inte att nå.", MayPass, CheckReceiver),
        [WebhookCodes.Disconnected] = new(
            "Förbindelsen med mottagarens system bröts.", MayPass, CheckReceiver),
        [WebhookCodes.TimedOut] = new(
            "Mottagarens system svarade inte i tid.", MayPass, CheckReceiver),
        [WebhookCodes.OutcomeUnknown] = new(
            "Allt skickades, men mottagarens system svarade inte.", MayBeCopy, AskFirst),
        [WebhookCodes.NotHttp] = new(
            "Det som svarade på webbadressen gav inget begripligt svar.", MayPass,
            "Fortsätter felet: kontrollera adressen med mottagaren, rätta kontakten och skicka expedieringen igen."),
        [WebhookCodes.CertificateInvalid] = new(
            "Certifikatet hos mottagarens system går inte att lita på: okänd utfärdare, fel namn eller gammalt datum.", NotSent,
            "Be mottagaren förnya certifikatet. Skicka sedan expedieringen igen."),
        [WebhookCodes.TlsFailed] = new(
            "Den krypterade förbindelsen med mottagarens system gick inte att upprätta.", MayPass, CheckReceiver),
    };
}
