using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;

namespace Samverkan.Intake;

/// <summary>Who receives an extract because it lists them.</summary>
internal static class ExtractOwing
{
    /// <summary>
    /// The deliveries of an extract to those whom it lists, but for those who get it with the adopted version, and those who
    /// have, or are to have, the same file already.
    /// </summary>
    internal static IEnumerable<DeliveriesOwed> Make(AgreementYear year, ExtractReceived extract, string? name, Agreement agreement, Register register)
    {
        var obligation = extract.Obligation is { } id ? agreement.FindObligation(id) : null;
        ContactId[] served = obligation is not null && GoesWithAdopted(year.Of(obligation.Id), extract)
            ? [.. Recipients.Of(register, obligation.Recipients).Select(r => r.Contact)]
            : [];
        var had = year.Deliveries.All.Where(d => d.Documents.Any(x => x.Hash == extract.Document.Hash)).Select(d => d.Contact).ToHashSet();
        var listed = Recipients.Of(register, extract.Recipients.Select(r => r.Id).OfType<ContactId>())
            .Where(r => !served.Contains(r.Contact) && !had.Contains(r.Contact));
        var set = new DocumentSet([new SentDocument(extract.Document.Hash, name, DocumentRef.ExtractPart, extract.Document.Size)]);
        var matter = new Matter(agreement.Title, obligation?.Title, year.Stream.AgreementYear?.PlanYear, null, extract.Decision);
        return Owing.Make(year.Stream, DeliveryVersion.Decision, extract.Obligation, set, matter, listed);
    }

    // Not where the adopted version has gone already, or will not go.
    private static bool GoesWithAdopted(OccurrenceProgress progress, ExtractReceived extract) =>
        extract.Adopts
        && (progress.AwaitsExtract || (progress.AdoptedSet is null && progress.Adoption?.Extract == extract.Document.Hash));
}
