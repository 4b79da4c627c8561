using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Bounces;

/// <summary>Tells what a message to the return address is. Pure; the message may be anything.</summary>
internal static class BounceReader
{
    private const int LongestAnswer = 500;

    /// <summary>Reads a message: its bytes, or as many of the first as are kept.</summary>
    public static BounceReading Read(ReadOnlyMemory<byte> eml, LinkSigner signer)
    {
        var message = MimeReader.Read(eml);
        var (digits, forged) = SignedReturn.Find(message, signer);
        if (forged)
            return new BounceReading.Strange(true, "Meddelandets returadress har en signatur som inte är Samverkans. Det kan vara förfalskat, eller så har nycklarna bytts ut. Inget har ändrats.");
        if (digits is not [var only])
        {
            return IsAutomatic(message)
                ? new BounceReading.Noted("automatic")
                : new BounceReading.Strange(false, "Meddelandet säger inte, genom en signerad returadress, vilken expediering det gäller. Läs det och följ upp det själv. Inget har ändrats.");
        }

        return DeliveryReport.Of(message) is { } report ? Of(report, only)
            : IsAutomatic(message) ? new BounceReading.Noted("automatic")
            : new BounceReading.Strange(false, "Meddelandet är varken en rapport från ett mejlsystem (RFC 3464) eller ett automatiskt svar. Läs det: kanske har mottagaren svarat till returadressen. Inget har ändrats.");
    }

    // A message of ours has one recipient: what failed is that one, also where it was forwarded to several.
    private static BounceReading Of(DeliveryReport report, string digits) =>
        report.Recipients.FirstOrDefault(r => r.IsFailed) is { } failed
            ? new BounceReading.Failed(digits, failed.FinalRecipient, failed.IsPermanent ? MailCodes.Bounced : MailCodes.BouncedExpired, Answer(failed))
            : report.Recipients is [var first, ..] ? new BounceReading.Noted(first.Action is "delayed" or "delivered" or "relayed" or "expanded" ? first.Action : "other")
            : new BounceReading.Strange(false, "Rapporten från mejlsystemet går inte att tolka. Läs den och följ upp den själv. Inget har ändrats.");

    private static string? Answer(RecipientReport failed) =>
        OneLine.Of($"{failed.Status} {failed.Diagnostic}".Trim(), LongestAnswer) is { Length: > 0 } answer ? answer : null;

    // RFC 3834 5, RFC 8098, and what was written before there were rules.
    private static bool IsAutomatic(MimeEntity message) =>
        (message.Header("Auto-Submitted") is { } auto && !auto.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || (message.ContentType == "multipart/report" && message.TypeParameter("report-type")?.Equals("disposition-notification", StringComparison.OrdinalIgnoreCase) == true)
        || message.Header("X-Autoreply") is not null
        || message.Header("X-Autorespond") is not null
        || message.Header("Precedence")?.Trim().ToLowerInvariant() is "auto_reply" or "bulk" or "junk";
}
