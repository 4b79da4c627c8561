using System.Collections.Frozen;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Dispatch.Channels.Webhooks;

namespace Samverkan.Dispatch;

/// <summary>
/// Explains every code that a try can end with, for the delivery's page and for messages to people. A code that is not
/// known, such as one that a later version recorded, gets an explanation that names it.
/// </summary>
public static class Failures
{
    private const string NotSent = "Mottagaren har inte fått expedieringen.";
    private const string MayPass = "Mottagaren har inte fått expedieringen. Felet kan gå över av sig självt.";
    private const string Goes = "Fortsätter felet: ";
    private const string CheckServer = Goes + "be it-avdelningen kontrollera mejlservern, och skicka expedieringen igen när den fungerar.";
    private const string MayBeCopy = "Mottagaren kan ha fått expedieringen. Ett nytt försök har samma referens, så en kopia går att känna igen.";
    private const string Rests = "Försöks den inte igen av sig själv: ";
    private const string AskFirst = Rests + "fråga mottagaren om den har kommit, och skicka den annars igen.";
    private const string AskIt = "Be it-avdelningen rätta inställningen och starta om Samverkan. Skicka sedan expedieringen igen.";
    private const string CheckReceiver = "Fortsätter felet: hör med mottagarens it-avdelning, och skicka expedieringen igen när deras system fungerar.";
    private const string Where = "En inloggad administratör skickar igen, och rättar adressen, under ”Åtgärder” på expedieringens sida.";
    private const string Nothing = "Du behöver inte göra något.";

    private static readonly FrozenDictionary<string, FailureText> Texts = new Dictionary<string, FailureText>
    {
        [MailCodes.Accepted] = new(
            "Mejlservern tog emot meddelandet.", "Expedieringen är överlämnad.", Nothing),
        [MailCodes.WrittenToFile] = new(
            "Meddelandet skrevs till en fil i utkorgen, för det finns ingen mejlserver inställd.",
            "Ingen har fått expedieringen.",
            "Ställ in Smtp:Host så att meddelanden skickas, eller skicka filen från ditt eget mejlprogram."),
        [MailCodes.Demo] = new(
            "Meddelandet skrevs till utkorgen i en demonstration.",
            "Expedieringen räknas som överlämnad i demonstrationen, men ingen har fått den.",
            Nothing),
        [MailCodes.Bounced] = new(
            "Mejlet studsade: mejlservern tog emot det, men kunde sedan inte lämna det till mottagaren. Ofta finns brevlådan inte längre.",
            "Mottagaren har inte fått expedieringen, även om den först räknades som överlämnad.",
            "Läs mejlsystemets svar. Ta reda på rätt adress, rätta kontakten i registret och skicka expedieringen igen."),
        [MailCodes.BouncedExpired] = new(
            "Mejlet studsade: mejlservern tog emot det, men har inte nått mottagarens mejlserver och har gett upp.",
            "Mottagaren har inte fått expedieringen, även om den först räknades som överlämnad.",
            "Hör med mottagaren om deras e-post fungerar, och skicka expedieringen igen. Är det bråttom, lämna över handlingarna på annat sätt."),
        ["host.stopped"] = new(
            "Datorn som skickade stannade innan svaret hade skrivits ned.",
            MayBeCopy,
            AskFirst),
        [PoisonDesk.Failed] = new(
            "Samverkan kunde inte göra försöket: programmet misslyckades gång på gång.",
            MayBeCopy,
            "Be it-avdelningen läsa loggen och rätta felet. Fråga mottagaren om expedieringen har kommit, och skicka den annars igen."),
        ["receipt.came-first"] = new(
            "Mottagaren bekräftade expedieringen medan försöket pågick, så det behövde inte slutföras.",
            "Mottagaren har fått expedieringen.",
            Nothing),
        ["contact.missing"] = new(
            "Mottagaren finns inte längre i registret.",
            NotSent,
            "Lägg tillbaka kontakten i registret, eller skicka handlingarna själv till den som ska ha dem."),
        ["channel.not-available"] = new(
            "Mottagaren nås på ett sätt som inte är i bruk här.",
            NotSent,
            "Ändra kontaktens kanal i registret till e-post, eller be it-avdelningen ta kanalen i bruk. Skicka sedan igen."),
        [MailCodes.DocumentMissing] = new(
            "En handling saknas i arkivet.",
            $"{NotSent} Den skickas inte utan alla sina handlingar.",
            "Be it-avdelningen återställa arkivet från säkerhetskopian. Skicka sedan expedieringen igen."),
        [MailCodes.DocumentChanged] = new(
            "En handling i arkivet är inte längre den som togs emot: innehållet har ändrats eller skadats.",
            $"{NotSent} En ändrad handling skickas aldrig.",
            "Be it-avdelningen ta reda på vad som har hänt och återställa arkivet från säkerhetskopian. Skicka sedan igen."),
        [MailCodes.TooLarge] = new(
            "Meddelandet är större än vad mejlservern tar emot.",
            NotSent,
            "Be it-avdelningen ställa in PublicUrl, så skickas länkar i stället för bilagor när de är för stora. Lägg annars in mindre filer, till exempel en pdf med lägre upplösning, eller lämna över handlingarna på annat sätt."),
        [MailCodes.Deferred] = new(
            "Mejlservern bad oss vänta och försöka igen senare.", MayPass, CheckServer),
        [MailCodes.ServerRefused] = new(
            "Mejlservern ville inte tala med oss.",
            NotSent,
            "Be it-avdelningen kontrollera att servern släpper in Samverkan och att Smtp:EhloName är datorns fullständiga namn."),
        [MailCodes.AuthRefused] = new(
            "Mejlservern godtog inte inloggningen.", NotSent,
            "Be it-avdelningen kontrollera Smtp:User och Smtp:Password. Skicka sedan expedieringen igen."),
        [MailCodes.LoginExpired] = new(
            "Mejlservern godtar inte längre den inloggning (åtkomsttoken) som har gällt hittills: den har gått ut eller dragits tillbaka.", MayPass,
            Goes + "be it-avdelningen kontrollera att brevlådan i Smtp:User får logga in med SMTP AUTH, och skicka expedieringen igen när den får det."),
        [MailCodes.LoginRefused] = new(
            "Mejlservern godtog inte inloggningen, trots att Samverkan hade hämtat en ny (åtkomsttoken).", NotSent,
            "Be it-avdelningen kontrollera att SMTP AUTH är påslaget för brevlådan i Smtp:User, att programmet i Smtp:ClientId har behörigheten SMTP.SendAsApp och att det har fått rätt till brevlådan i Exchange Online. Skicka sedan expedieringen igen."),
        [MailCodes.TokenUnavailable] = new(
            "Inloggningstjänsten för e-post gick inte att nå, så Samverkan kunde inte logga in på mejlservern.", MayPass,
            Goes + "be it-avdelningen kontrollera att datorn når Microsoft Entra ID. Skicka sedan expedieringen igen."),
        [MailCodes.TokenRefused] = new(
            "Inloggningstjänsten för e-post godtog inte Samverkan.", NotSent,
            "Be it-avdelningen kontrollera Smtp:TenantId, Smtp:ClientId och Smtp:ClientSecret, eller datorns hanterade identitet. Skicka sedan expedieringen igen."),
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
        [MailCodes.SenderRefused] = new(
            "Mejlservern godtog inte avsändaradressen.", NotSent,
            "Be it-avdelningen kontrollera att servern får skicka från adressen i Smtp:From. Skicka sedan igen."),
        [MailCodes.RecipientRefused] = new(
            "Mejlservern godtog inte mottagarens adress. Ofta finns brevlådan inte längre.", NotSent,
            "Ta reda på rätt adress, rätta kontakten och skicka expedieringen igen."),
        [MailCodes.MessageRefused] = new(
            "Mejlservern godtog inte meddelandets innehåll. Ofta är det ett filter mot skräppost eller en filtyp som inte får skickas.",
            NotSent,
            "Läs serverns svar. Byt filtyp, till exempel till pdf, eller fråga mottagarens it-avdelning. Skicka sedan igen."),
        [MailCodes.Unreachable] = new(
            "Mejlservern gick inte att nå.", MayPass,
            Goes + "be it-avdelningen kontrollera Smtp:Host, Smtp:Port och brandväggen. Skicka sedan expedieringen igen."),
        [MailCodes.Disconnected] = new(
            "Förbindelsen med mejlservern bröts.", MayPass, CheckServer),
        [MailCodes.TimedOut] = new(
            "Mejlservern svarade inte i tid.", MayPass, CheckServer),
        [MailCodes.NotSmtp] = new(
            "Det som svarade är inte en mejlserver.", MayPass,
            "Be it-avdelningen kontrollera Smtp:Host, Smtp:Port och Smtp:Security: port 465 ska ha Implicit, port 587 Required. Skicka sedan expedieringen igen."),
        [MailCodes.OutcomeUnknown] = new(
            "Förbindelsen bröts efter att hela meddelandet hade skickats, innan servern svarade.",
            MayBeCopy,
            AskFirst),
        [MailCodes.TlsNotOffered] = new(
            "Mejlservern erbjuder inte kryptering, och inställningen kräver det.",
            $"{NotSent} Inget skickas i klartext.",
            AskIt),
        [MailCodes.CertificateInvalid] = new(
            "Mejlserverns certifikat går inte att lita på: okänd utfärdare, fel namn eller gammalt datum.", NotSent,
            "Be it-avdelningen förnya certifikatet, eller ange dess utfärdare i Smtp:TrustedRootFile. Skicka sedan igen."),
        [MailCodes.TlsRefused] = new(
            "Mejlservern ville inte kryptera förbindelsen.", $"{NotSent} Inget skickas i klartext.", AskIt),
        [MailCodes.TlsFailed] = new(
            "Den krypterade förbindelsen med mejlservern gick inte att upprätta.", MayPass, CheckServer),
        [MailCodes.TlsInjection] = new(
            "Mejlservern, eller någon på vägen, skickade klartext där bara kryptering får förekomma.",
            MayPass,
            "Be it-avdelningen kontrollera vägen till mejlservern: det kan vara ett fel i servern eller någon som lyssnar. Skicka sedan expedieringen igen."),
        [MailCodes.AuthNotOffered] = new(
            "Mejlservern erbjuder inte det sätt att logga in som är inställt (PLAIN eller LOGIN med lösenord, XOAUTH2 med OAuth).", NotSent, AskIt),
        [MailCodes.AuthNeedsTls] = new(
            "Förbindelsen är okrypterad, och lösenordet får då inte skickas.", NotSent,
            "Be it-avdelningen sätta Smtp:Security till Required eller Implicit. Skicka sedan expedieringen igen."),
        [MailCodes.NeedsSmtpUtf8] = new(
            "Mottagarens adress har andra tecken än a–z före @, och det går inte att skicka till.", NotSent,
            "Be mottagaren om en adress med bara a–z och siffror, rätta kontakten och skicka igen."),
        [MailCodes.InvalidAddress] = new(
            "Adressen är inte en giltig e-postadress.", NotSent,
            "Rätta kontaktens adress och skicka expedieringen igen."),
        [MailCodes.InvalidContent] = new(
            "Meddelandet gick inte att skicka i den form som e-post kräver.", NotSent,
            "Det är ett fel i Samverkan. Anmäl det till it-avdelningen med expedieringens referens, och skicka handlingarna själv så länge."),
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
        [FolderCodes.Written] = new(
            "Handlingarna lades i mottagarens mapp.", "Expedieringen är överlämnad.", Nothing),
        [FolderCodes.AlreadyThere] = new(
            "Handlingarna låg redan i mottagarens mapp, från ett försök som avbröts.", "Expedieringen är överlämnad.", Nothing),
        [FolderCodes.Full] = new(
            "Disken med mottagarens mapp är full.", MayPass, "Be it-avdelningen frigöra utrymme. Expedieringen försöks igen av sig själv."),
        [FolderCodes.Denied] = new(
            "Samverkan får inte skriva i mottagarens mapp.", MayPass,
            "Be it-avdelningen ge Samverkan rätt att skriva i mappen. Expedieringen försöks igen av sig själv."),
        [FolderCodes.Failed] = new(
            "Det gick inte att skriva i mottagarens mapp: disken, eller vägen till den, svarar med fel.", MayPass,
            "Fortsätter felet: be it-avdelningen kontrollera disken. Skicka sedan expedieringen igen om den inte har gått i väg."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The codes that have an explanation of their own, in no order.</summary>
    public static IEnumerable<string> Known => Texts.Keys;

    /// <summary>What a code means. Null, where a try has not ended, is explained as that.</summary>
    public static FailureText Explain(string? code) => code switch
    {
        null => new("Försöket pågår.", "Det är inte avgjort om mottagaren har fått expedieringen.", Nothing),
        _ when Texts.TryGetValue(code, out var text) => text,
        _ => new(
            $"Försöket slutade med koden {code}.",
            "Vad den betyder är inte känt här.",
            "Läs serverns svar, om det finns ett, och fråga it-avdelningen."),
    };

    /// <summary>
    /// What a code means once the delivery is not tried again by itself: nobody is told to wait for what will not happen.
    /// </summary>
    public static FailureText ExplainSpent(string? code)
    {
        var text = Explain(code);
        return text with
        {
            Means = text.Means == MayPass ? $"{NotSent} Den försöks inte igen av sig själv." : text.Means == MayBeCopy ? "Mottagaren kan ha fått expedieringen. Den försöks inte igen av sig själv." : text.Means,
            Todo = WithWhere(WithoutCondition(text.Todo)),
        };
    }

    private static string WithWhere(string todo) => todo.Contains("igen", StringComparison.Ordinal) ? $"{todo} {Where}" : todo;

    private static string WithoutCondition(string todo)
    {
        var rest = todo.StartsWith(Goes, StringComparison.Ordinal) ? todo[Goes.Length..]
            : todo.StartsWith(Rests, StringComparison.Ordinal) ? todo[Rests.Length..]
            : null;
        return rest is null ? todo : char.ToUpperInvariant(rest[0]) + rest[1..];
    }
}
