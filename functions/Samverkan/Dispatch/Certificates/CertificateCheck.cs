using System.Text.Json;
using Samverkan.Ledger;
using Samverkan.Ledger.Proof;

namespace Samverkan.Dispatch.Certificates;

/// <summary>Checks a certificate by itself: no ledger, no register, no network.</summary>
public static class CertificateCheck
{
    /// <summary>
    /// What is wrong with a certificate, in Swedish; none where the facts are what the entries say, the entries are chained,
    /// and they are under the anchor that it names. Its root is to be compared with the one that was sent away.
    /// </summary>
    public static IEnumerable<string> Faults(Certificate certificate)
    {
        if (certificate.Proof.Check() is { } fault)
        {
            yield return fault.Message;
            yield break;
        }

        if (Replay(certificate.Proof, certificate.Delivery.Id) is not { } delivery)
            yield return $"Posterna innehåller inte expedieringen {certificate.Delivery.Id}.";
        else if (CertificateJson.Text(Facts(delivery, certificate.Kind)) != CertificateJson.Text(certificate.Delivery))
            yield return "Uppgifterna i intyget är inte de som posterna i liggaren säger.";
    }

    private static CertifiedDelivery Facts(Delivery delivery, string kind)
    {
        var facts = CertifiedDelivery.Of(delivery);
        return kind == Certificate.FirstKindName ? facts with { Attempts = [.. facts.Attempts.Select(a => a with { Bounce = null })] } : facts;
    }

    /// <summary>The delivery as the entries tell it; null where they do not tell of it, or an entry cannot be read.</summary>
    internal static Delivery? Replay(StreamProof proof, string deliveryId)
    {
        try
        {
            var book = DeliveryBook.Empty(proof.Stream);
            foreach (var stored in proof.Entries.Select(e => e.Stored(proof.Stream)))
            {
                if (EventCatalog.Read(stored) is { } e) book = book.Apply(new RecordedEvent(stored.Stream, stored.Version, stored.At, stored.By, e));
            }

            return book.Find(deliveryId);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or ArgumentException)
        {
            // Entries that hold as a chain and make no sense as a story: somebody has made a chain of their own.
            return null;
        }
    }
}
