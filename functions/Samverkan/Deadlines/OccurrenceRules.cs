using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>
/// What follows for one occurrence from what has been received and from the time (design, section 7): adoption, what is
/// owed to whom, fulfilment. Pure: the same state and time give the same answer, and what has followed does not follow again.
/// </summary>
/// <param name="agreement">The agreement as it is in force.</param>
/// <param name="obligation">The obligation.</param>
/// <param name="occurrence">The year's occurrence of it.</param>
/// <param name="register">The effective register.</param>
/// <param name="options">How long adoption waits for files.</param>
internal sealed class OccurrenceRules(
    Agreement agreement, Obligation obligation, Occurrence occurrence, Register register, DeadlineOptions options)
{
    /// <summary>The next event that follows; null where nothing does. Ask again after applying it.</summary>
    public IEnumerable<LedgerEvent> Next(AgreementYear year, Instant now)
    {
        var progress = year.Of(obligation.Id);
        if (progress.Closed is not null) return [];
        if (year.Deliveries.Superseded(obligation.Id, now) is { Count: > 0 } replaced) return [new DeliveriesReplaced(replaced)];
        if (Adopts(year, progress) is { } adopted) return [adopted];
        if (progress.FulfilledAt is null && IsFulfilled(year, progress)) return [new OccurrenceFulfilled(obligation.Id)];
        if (progress.FulfilledAt is not null && HasBounced(year)) return [new OccurrenceReopened(obligation.Id)];
        if (!progress.IsComplete(obligation.Parts)) return [];
        if (progress.Adoption is { } adoption) return Adopted(year, progress, adoption, now);
        return IsDraftDue(progress, now) ? Owe(DeliveryVersion.Draft, year, progress, adoption: null) : [];
    }

    /// <summary>The next moment at which time alone may make something follow; null where none will.</summary>
    public Instant? NextAt(AgreementYear year)
    {
        var progress = year.Of(obligation.Id);
        if (progress.Closed is not null || !progress.IsComplete(obligation.Parts)) return null;
        if (progress.Adoption is { } adoption) return progress.AdoptedSet is null ? ReadyAt(adoption) : null;
        return obligation.DraftByDeadline && !progress.DraftOwed ? Stockholm.MorningOf(occurrence.EffectiveDue) : null;
    }

    /// <summary>The reminders that await the occurrence.</summary>
    public ReminderOutlook Outlook(AgreementYear year) => ReminderOutlook.OfOccurrence(agreement, obligation, occurrence, year.Of(obligation.Id));

    private bool IsDraftDue(OccurrenceProgress progress, Instant now) =>
        obligation.DraftByDeadline && !progress.DraftOwed && now >= Stockholm.MorningOf(occurrence.EffectiveDue);

    private IEnumerable<LedgerEvent> Adopted(AgreementYear year, OccurrenceProgress progress, Adoption adoption, Instant now)
    {
        if (progress.AdoptedSet is null)
            return now >= ReadyAt(adoption) ? Owe(DeliveryVersion.Adopted, year, progress, adoption) : [];
        return progress.AdoptedSet == SetOf(year, progress, adoption).Hash ? [] : Owe(DeliveryVersion.Correction, year, progress, adoption);
    }

    private Instant ReadyAt(Adoption adoption) => adoption.Extract is null ? adoption.At : adoption.At + options.AdoptionWait;

    // An extract counts before what the plan says of itself, as long as nothing has gone out as adopted.
    private PlanAdopted? Adopts(AgreementYear year, OccurrenceProgress progress)
    {
        if (progress.AdoptedSet is not null || progress.Adoption?.Extract is not null) return null;
        if (year.Extracts.FirstOrDefault(x => x.Event.Obligation == obligation.Id && x.Event.Adopts) is { } extract)
            return new PlanAdopted(obligation.Id, extract.Event.Decision, extract.Event.Document.Hash);
        return progress.Adoption is null && progress.Newest.FirstOrDefault(f => f.Adopted is not null) is { } file
            ? new PlanAdopted(obligation.Id, file.Adopted!, Extract: null)
            : null;
    }

    private bool IsFulfilled(AgreementYear year, OccurrenceProgress progress)
    {
        if (progress.AdoptedSet is null) return false;
        var adopted = AdoptedTo(year).ToArray();
        return adopted.Length > 0 && adopted.All(to => to.Any(d => d.IsReceived));
    }

    private bool HasBounced(AgreementYear year) => AdoptedTo(year).Any(to => to.Any(d => d.Bounce is not null) && !to.Any(d => d.IsReceived));

    private IEnumerable<IGrouping<ContactId, Delivery>> AdoptedTo(AgreementYear year) => year.Deliveries.All
        .Where(d => d.Obligation == obligation.Id && d.Version is DeliveryVersion.Adopted or DeliveryVersion.Correction)
        .GroupBy(d => d.Contact);

    private IEnumerable<DeliveriesOwed> Owe(DeliveryVersion version, AgreementYear year, OccurrenceProgress progress, Adoption? adoption)
    {
        var set = SetOf(year, progress, adoption);
        var matter = new Matter(agreement.Title, obligation.Title, occurrence.PlanYear, occurrence.Due, adoption?.Decision);
        var recipients = Recipients.Of(register, obligation.Recipients);
        return Owing.Make(year.Stream, version, obligation.Id, set, matter, recipients);
    }

    private DocumentSet SetOf(AgreementYear year, OccurrenceProgress progress, Adoption? adoption)
    {
        var parts = progress.Newest.OrderBy(f => IndexOf(f.Part)).Select(f => new SentDocument(f.Hash, f.Name, f.Part, f.Size));
        return year.FindExtract(adoption?.Extract) is { } extract
            ? new DocumentSet([.. parts, DocumentSet.OfExtract(extract)])
            : new DocumentSet([.. parts]);
    }

    private int IndexOf(string part)
    {
        for (var i = 0; i < obligation.Parts.Count; i++)
            if (obligation.Parts[i] == part) return i;
        return obligation.Parts.Count;
    }
}
