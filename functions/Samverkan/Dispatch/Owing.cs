using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Makes the events by which deliveries come into being.</summary>
internal static class Owing
{
    private const int MostRecipients = 100;

    /// <summary>One event for each hundred recipients; none where there are none.</summary>
    public static IEnumerable<DeliveriesOwed> Make(
        StreamId stream,
        DeliveryVersion version,
        ObligationId? obligation,
        DocumentSet set,
        Matter matter,
        IEnumerable<(ContactId Contact, ContactId? Via)> recipients)
    {
        foreach (var to in recipients.Chunk(MostRecipients))
        {
            var personal = new PersonalValues();
            DocumentRef[] documents = [.. set.Documents.Select(d => new DocumentRef(d.Hash, personal.Commit(d.Name ?? ""), d.Part, d.Size))];
            yield return new DeliveriesOwed(version, obligation, set.Hash, documents, matter,
                [.. to.Select(r => new OwedTo(DeliveryId.Of(stream, set.Hash, r.Contact.Value, version), r.Contact, r.Via))])
            {
                Personal = personal,
            };
        }
    }
}
