using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Intake.Minutes;
using Samverkan.Ledger;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>The extracts that a delivery hands over, with how they were read.</summary>
internal sealed class ExtractFacts(LedgerBook ledger, IArchive archive, WebOptions options)
{
    internal async Task<IReadOnlyList<ExtractView>> OfAsync(Delivery delivery, RegisterNames names, CancellationToken cancellation)
    {
        var stream = DeliveryId.StreamOf(delivery.Id);
        var files = delivery.Documents.Where(d => d.Part == DocumentRef.ExtractPart).Select(d => d.Hash).ToHashSet();
        if (files.Count == 0 || stream.AgreementYear is null) return [];
        var year = await ledger.LoadAsync<AgreementYear>(stream, cancellation);
        var views = new List<ExtractView>();
        foreach (var extract in year.Extracts.Where(x => files.Contains(x.Event.Document.Hash)))
            views.Add(Of(stream, extract, await ReadingAsync(extract.Event.Reading, cancellation), names));
        return views;
    }

    private ExtractView Of(StreamId stream, ReceivedExtract extract, ArchivedReading? reading, RegisterNames names) => new(
        extract,
        reading,
        [.. extract.Recipients.Select(r => (r.Printed, Means(r, names)))],
        [.. extract.Event.Omitted.Select(c => names.Contact(c.Value))],
        new CommandLines(options.Data).Correct(stream, extract.Event.Document.Hash, extract.Event.Index));

    private async Task<ArchivedReading?> ReadingAsync(DocumentHash hash, CancellationToken cancellation)
    {
        await using var content = await archive.OpenAsync(hash, cancellation);
        return content is null ? null : await ArchivedReading.ReadAsync(content, cancellation);
    }

    private static string Means(PrintedRecipient recipient, RegisterNames names) => recipient.Kind switch
    {
        RecipientKind.Contact => names.Contact(recipient.Id!.Value.Value),
        RecipientKind.Group => $"alla i sändlistan {names.Contact(recipient.Id!.Value.Value)}",
        RecipientKind.Nobody => "en plats, dit inget skickas",
        _ => "finns inte i registret, så inget skickas dit: rätta mottagarna med raden nedan, eller lägg till namnet i registret och rätta till samma lista",
    };
}
