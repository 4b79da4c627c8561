using static Samverkan.Dispatch.FailurePhrases;

namespace Samverkan.Dispatch.Channels;

/// <summary>What the codes of e-mail mean: by SMTP, to files, and what bounces.</summary>
internal static class MailFailures
{
    /// <summary>The texts by code.</summary>
    public static readonly IReadOnlyDictionary<string, FailureText> Texts = new Dictionary<string, FailureText>(StringComparer.Ordinal)
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
    };
}
