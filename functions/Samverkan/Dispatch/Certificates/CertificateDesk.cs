using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger.Proof;

namespace Samverkan.Dispatch.Certificates;

/// <summary>The use case that issues certificates. Issuing one changes nothing and may be done as often as wanted.</summary>
public sealed class CertificateDesk(LedgerProver prover, RegisterBook registers, IClock clock)
{
    /// <summary>The certificate of a delivery; null where there is no such delivery.</summary>
    public async Task<Certificate?> IssueAsync(string deliveryId, CancellationToken cancellation)
    {
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream)) return null;
        var proof = await prover.ProveAsync(
            stream, e => DeliveryBook.Concerned(e).Contains(deliveryId, StringComparer.Ordinal), cancellation);
        if (proof is null || CertificateCheck.Replay(proof, deliveryId) is not { } delivery) return null;
        var register = (await registers.HistoryAsync(cancellation)).Newest is null ? null : await registers.CurrentAsync(cancellation);
        return new Certificate(
            Certificate.KindName,
            clock.GetCurrentInstant(),
            register?.Municipality,
            register?.FindContact(delivery.Contact)?.Name,
            CertifiedDelivery.Of(delivery),
            proof);
    }
}
