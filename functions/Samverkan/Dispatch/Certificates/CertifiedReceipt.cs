using Samverkan.Dispatch.Receipts;

namespace Samverkan.Dispatch.Certificates;

/// <summary>The contact's confirmation, as a certificate states it.</summary>
/// <param name="At">When it was given, or noted.</param>
/// <param name="How">By the link in the letter, or by one of the municipality's own people.</param>
/// <param name="Name">The confirmer's name as they wrote it; null where none was written, or it has been erased.</param>
/// <param name="By">Which of the municipality's own people noted it; null for a link, or where the name has been erased.</param>
/// <param name="Reason">How they know it; null for a link, or where it has been erased.</param>
public sealed record CertifiedReceipt(CertifiedTime At, AcknowledgedHow How, string? Name, string? By, string? Reason)
{
    /// <summary>The facts of a confirmation; null where none has come.</summary>
    public static CertifiedReceipt? Of(Receipt? receipt) =>
        receipt is null ? null : new(CertifiedTime.Of(receipt.At), receipt.How, receipt.Name, receipt.By, receipt.Reason);
}
