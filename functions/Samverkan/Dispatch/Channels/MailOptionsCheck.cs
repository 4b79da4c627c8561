using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Samverkan.Dispatch.Bounces;
using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Channels;

/// <summary>Checks the settings of e-mail. The sentences never hold the password, nor anything of it.</summary>
internal static class MailOptionsCheck
{
    // A Message-ID is at most 250 characters, of which a delivery's id takes up to 101.
    private const int LongestFromDomain = 140;

    internal static IEnumerable<string> Problems(MailOptions options) =>
        [.. Addresses(options), .. Limits(options), .. options.Via is MailVia.Graph ? Graph(options) : options.Host is null ? [] : Server(options)];

    /// <summary>What to say in EHLO; null where it is neither a host name nor an address in brackets.</summary>
    internal static string? EhloName(MailOptions options) => options.EhloName switch
    {
        null => EmailAddress.TryParse(options.From, out var from, out _) ? from.Domain : null,
        ['[', .., ']'] literal => IsAddressLiteral(literal[1..^1]) ? literal : null,
        var name => EmailAddress.TryParse("x@" + name, out var address, out _) ? address.Domain : null,
    };

    private static IEnumerable<string> Addresses(MailOptions options)
    {
        if (options.From is null ? options.Host is not null || options.Via is MailVia.Graph : !EmailAddress.TryParse(options.From, out _, out _))
            yield return "Smtp:From ska vara avsändarens e-postadress, till exempel samverkan@kommun.example.";
        else if (EmailAddress.TryParse(options.From, out var from, out _) && from.Domain.Length > LongestFromDomain)
            yield return $"Smtp:From har en domän på fler än {LongestFromDomain} tecken. Välj en adress med kortare domän.";
        if (options.ReplyTo is not null && !EmailAddress.TryParse(options.ReplyTo, out _, out _))
            yield return "Smtp:ReplyTo ska vara den e-postadress som svar ska gå till, till exempel registrator@kommun.example. Ta bort inställningen om svar ska gå till avsändaren.";
        if (options.BounceAddress is not null && !(EmailAddress.TryParse(options.BounceAddress, out var bounces, out _) && bounces.LocalPart.Length <= ReturnAddresses.LongestLocalPart))
            yield return $"Smtp:BounceAddress ska vara den e-postadress som studsar ska gå till, med högst {ReturnAddresses.LongestLocalPart} tecken före @, till exempel studs@kommun.example. Ta bort inställningen om studsar ska gå till avsändaren.";
        if (string.IsNullOrWhiteSpace(options.FromName))
            yield return "Smtp:FromName ska vara avsändarens namn, till exempel Alingsås kommun.";
    }

    private static IEnumerable<string> Graph(MailOptions options)
    {
        if (options.GraphUrl is not { IsAbsoluteUri: true } url || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            yield return "Mail:GraphUrl ska vara en webbadress som börjar med https, till exempel https://graph.microsoft.com/v1.0.";
        if (options.GraphTimeout < TimeSpan.FromSeconds(1) || options.GraphTimeout > TimeSpan.FromMinutes(10))
            yield return "Mail:GraphTimeout ska vara mellan 1 sekund och 10 minuter, till exempel 00:00:30.";
        if (options.BounceAddress is not null)
            yield return "Smtp:BounceAddress går inte att använda med Mail:Via Graph, som själv sätter returadressen. Ta bort den, eller skicka med Smtp.";
        foreach (var problem in Issuer(options)) yield return problem;
    }

    private static IEnumerable<string> Limits(MailOptions options)
    {
        if (options.MaxEncodedBytes is < 100_000 or > 1_000_000_000)
            yield return "Smtp:MaxEncodedBytes ska vara mellan 100000 och 1000000000 byte, till exempel 25000000.";
        if (!IsTimeout(options.ConnectTimeout))
            yield return "Smtp:ConnectTimeout ska vara mellan 1 sekund och 1 timme, till exempel 00:00:30.";
        if (!IsTimeout(options.CommandTimeout))
            yield return "Smtp:CommandTimeout ska vara mellan 1 sekund och 1 timme, till exempel 00:05:00.";
        if (!IsTimeout(options.AnswerTimeout))
            yield return "Smtp:AnswerTimeout ska vara mellan 1 sekund och 1 timme, till exempel 00:10:00.";
    }

    private static IEnumerable<string> Server(MailOptions options)
    {
        if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
            yield return "Smtp:Host ska vara mejlserverns namn eller IP-adress utan port, till exempel mejl.kommun.example. Porten anges i Smtp:Port. Utan Smtp:Host skrivs meddelanden till filer.";
        if (options.Port is < 1 or > 65535)
            yield return "Smtp:Port ska vara mellan 1 och 65535. Vanligt är 587 med Smtp:Security Required, 465 med Implicit och 25 med Offered eller Off.";
        if (!Enum.IsDefined(options.Security))
            yield return "Smtp:Security ska vara Required, Offered, Implicit eller Off.";
        if (options.EhloName is not null && EhloName(options) is null)
            yield return "Smtp:EhloName ska vara datorns fullständiga namn, till exempel samverkan.kommun.example, eller dess IP-adress inom hakparenteser. Utan den används domänen i Smtp:From.";
        foreach (var problem in options.Auth is MailAuth.OAuth ? Token(options) : Login(options)) yield return problem;
        if (options.TrustedRootFile is { } file && !IsCertificate(file))
            yield return "Smtp:TrustedRootFile ska vara sökvägen till en läsbar fil med utfärdarens certifikat (PEM eller DER). Ta bort inställningen om mejlserverns certifikat är från en känd utfärdare.";
    }

    private static IEnumerable<string> Login(MailOptions options)
    {
        if (string.IsNullOrEmpty(options.User) && string.IsNullOrEmpty(options.Password)) yield break;
        if (string.IsNullOrEmpty(options.User))
            yield return "Smtp:User saknas, men Smtp:Password är angivet. Ange båda, eller ta bort båda om mejlservern inte kräver inloggning.";
        else if (string.IsNullOrEmpty(options.Password))
            yield return "Smtp:Password saknas, men Smtp:User är angivet. Ange båda, eller ta bort båda om mejlservern inte kräver inloggning.";
        else if (options.User.Contains('\0', StringComparison.Ordinal) || options.Password.Contains('\0', StringComparison.Ordinal))
            yield return "Smtp:User och Smtp:Password får inte innehålla NUL-tecken. Skriv in dem på nytt.";
        if (options is { Security: MailSecurity.Off, AllowClearTextAuth: false })
            yield return "Smtp:Security är Off, så lösenordet skulle skickas i klartext. Välj Required eller Implicit, eller sätt Smtp:AllowClearTextAuth till true om servern är på samma dator.";
    }

    private static IEnumerable<string> Token(MailOptions options)
    {
        if (string.IsNullOrEmpty(options.User))
            yield return "Smtp:User saknas. Med Smtp:Auth OAuth ska den vara brevlådan som Samverkan skickar från, till exempel samverkan@kommun.example.";
        else if (options.User.Any(char.IsControl))
            yield return "Smtp:User får inte innehålla styrtecken. Skriv in den på nytt.";
        if (!string.IsNullOrEmpty(options.Password))
            yield return "Smtp:Password används inte med Smtp:Auth OAuth. Ta bort den.";
        if (options.Security is MailSecurity.Off or MailSecurity.Offered)
            yield return "Smtp:Security ska vara Required eller Implicit med Smtp:Auth OAuth: inloggningen skickas aldrig i klartext.";
        foreach (var problem in Issuer(options)) yield return problem;
    }

    private static IEnumerable<string> Issuer(MailOptions options)
    {
        if (options.ClientSecret is not null && (options.TenantId is null || options.ClientId is null))
            yield return "Smtp:ClientSecret är angivet, och då ska Smtp:TenantId och Smtp:ClientId också anges. Ta bort alla tre för att använda datorns hanterade identitet.";
        if (options is { ClientSecret: null, TenantId: not null })
            yield return "Smtp:ClientSecret saknas, men Smtp:TenantId är angivet. Ange båda, eller ta bort Smtp:TenantId för att använda datorns hanterade identitet.";
        if (!Uri.TryCreate(options.Scope, UriKind.Absolute, out _))
            yield return "Smtp:Scope ska vara det som inloggningen gäller, till exempel https://outlook.office365.com/.default.";
    }

    private static bool IsTimeout(TimeSpan time) => time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromHours(1);

    private static bool IsAddressLiteral(string text) =>
        text.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)
            ? IPAddress.TryParse(text[5..], out _)
            : IPAddress.TryParse(text, out _);

    private static bool IsCertificate(string file)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false; // The loader has no Try: this is how it says that the file is no certificate, or cannot be read.
        }
    }
}
