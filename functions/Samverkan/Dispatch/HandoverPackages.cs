using System.Security.Cryptography;
using Samverkan.Agreements;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Makes the package of a delivery that is to be handed over by hand.</summary>
public sealed class HandoverPackages(LedgerBook ledger, RegisterBook registers, IArchive archive, LetterWriter letters)
{
    /// <summary>What the printed covering letter is called as a file.</summary>
    public const string LetterName = "Följebrev att skriva ut.html";

    /// <summary>The package of a delivery; null where there is none with that id, or it is a message to the municipality's own people.</summary>
    public async Task<HandoverPackage?> FindAsync(string deliveryId, CancellationToken cancellation)
    {
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream)) return null;
        var delivery = (await ledger.LoadAsync<DeliveryBook>(stream, cancellation)).Find(deliveryId);
        return delivery is null or { Version: DeliveryVersion.Notice }
            ? null
            : await MakeAsync(delivery, await registers.CurrentAsync(cancellation), cancellation);
    }

    /// <summary>The package of a delivery of documents.</summary>
    public async Task<HandoverPackage> MakeAsync(Delivery delivery, Register register, CancellationToken cancellation)
    {
        List<SentDocument> documents = [], lost = [];
        foreach (var (name, document) in Enclosures.Names(delivery.Version, delivery.Documents).Zip(delivery.Documents))
            (await IsWholeAsync(document, cancellation) ? documents : lost).Add(document with { Name = name });
        var contact = register.FindContact(delivery.Contact);
        return new HandoverPackage(
            contact?.Name ?? delivery.Contact.Value,
            contact is null ? [] : [.. new[] { contact.Channel, contact.Fallback }.OfType<Channel>().Select(c => c.Address)],
            contact is null ? null : letters.Print(delivery, contact, register),
            documents,
            lost);
    }

    private async Task<bool> IsWholeAsync(SentDocument document, CancellationToken cancellation)
    {
        await using var content = await archive.OpenAsync(document.Hash, cancellation);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) == document.Hash.Value;
    }
}
