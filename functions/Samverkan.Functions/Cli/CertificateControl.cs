using NodaTime.Text;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Certificates;

namespace Samverkan.Functions.Cli;

/// <summary>Checks a certificate for <c>verify</c>: a file alone, without the system that issued it.</summary>
internal static class CertificateControl
{
    // The entries of a stream of a few thousand events take some megabytes.
    private const long MostBytes = 200_000_000;

    /// <summary>Checks a file and says what it found; returns the exit code.</summary>
    /// <param name="file">The certificate.</param>
    /// <param name="root">The root that was sent away on the anchor's day; null where it is not to be compared.</param>
    public static int Run(string file, string? root)
    {
        if (Read(file) is not { } bytes) return SamverkanCommand.Failure;
        if (CertificateJson.Read(bytes) is not { } certificate) return Refuse(file, "Filen är inget intyg från Samverkan.");
        if (CertificateCheck.Faults(certificate).FirstOrDefault() is { } fault) return Refuse(file, fault);
        var anchor = certificate.Proof.Anchor;
        if (root is not null && !string.Equals(root.Trim(), anchor?.Root, StringComparison.OrdinalIgnoreCase))
            return Refuse(file, anchor is null ? "Intyget är inte förankrat." : "Ankarets rot är inte den som angavs med --root.");

        Console.WriteLine($"Intyget håller. {Facts(certificate.Delivery)}");
        Console.WriteLine((anchor, root) switch
        {
            (null, _) => "Det är inte förankrat, så det visar bara att uppgifterna hänger ihop. Be om ett nytt intyg efter nästa dag klockan 06.",
            (_, null) => $"Jämför ankarets rot med den som skickades ut {LocalDatePattern.Iso.Format(anchor.Day)}: {anchor.Root}",
            _ => $"Ankarets rot är den angivna, från {LocalDatePattern.Iso.Format(anchor.Day)}. Posterna fanns då och är inte ändrade sedan dess.",
        });
        return SamverkanCommand.Success;
    }

    private static string Facts(CertifiedDelivery delivery)
    {
        var handedOver = delivery.HandedOverAt is { } at ? $", överlämnad {SwedishDate.Long(at.Local.Date)}" : "";
        return $"{SwedishWords.Of(delivery.Version)} till {delivery.Contact}: {SwedishWords.Of(delivery.State)}{handedOver}. Referens {delivery.Id}.";
    }

    private static byte[]? Read(string file)
    {
        try
        {
            if (new FileInfo(file).Length <= MostBytes) return File.ReadAllBytes(file);
            Console.Error.WriteLine($"{file} är för stor för att vara ett intyg.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file} går inte att läsa: {e.Message}");
        }

        return null;
    }

    private static int Refuse(string file, string why)
    {
        Console.WriteLine($"Intyget håller INTE ({file}). {why}");
        return SamverkanCommand.Failure;
    }
}
