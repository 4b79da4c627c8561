using System.Collections.Immutable;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>
/// All that an agreement has for one plan year, or for no plan year: the state of one stream. What is decided on it is in
/// <see cref="OccurrenceRules"/>.
/// </summary>
public sealed record AgreementYear : IStreamState<AgreementYear>
{
    private ImmutableDictionary<ObligationId, OccurrenceProgress> Occurrences { get; init; } = ImmutableDictionary<ObligationId, OccurrenceProgress>.Empty;

    /// <summary>The stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The version of the newest event seen.</summary>
    public long Version { get; private init; }

    /// <summary>The extracts received, oldest first.</summary>
    public ImmutableList<ReceivedExtract> Extracts { get; private init; } = [];

    /// <summary>The endorsements recorded, oldest first.</summary>
    public ImmutableList<Endorsed> Endorsements { get; private init; } = [];

    /// <summary>The deliveries.</summary>
    public DeliveryBook Deliveries { get; private init; } = DeliveryBook.Empty(default);

    /// <summary>Reminders about the agreement itself that have gone.</summary>
    public OccurrenceProgress Own { get; private init; } = OccurrenceProgress.None;

    /// <inheritdoc/>
    public static AgreementYear Empty(StreamId stream) => new() { Stream = stream };

    /// <summary>How far an obligation has come; <see cref="OccurrenceProgress.None"/> where nothing has happened.</summary>
    public OccurrenceProgress Of(ObligationId obligation) => Occurrences.GetValueOrDefault(obligation) ?? OccurrenceProgress.None;

    /// <summary>Whether an extract of a file has been received.</summary>
    public bool Has(DocumentHash file, int index) => Extracts.Any(x => x.Event.Document.Hash == file && x.Event.Index == index);

    /// <summary>The extract with these bytes that adopted a plan; null where there is none.</summary>
    public ReceivedExtract? FindExtract(DocumentHash? file) =>
        file is null ? null : Extracts.FirstOrDefault(x => x.Event.Document.Hash == file);

    /// <inheritdoc/>
    public AgreementYear Apply(RecordedEvent e)
    {
        var next = this with { Version = e.Version, Deliveries = Deliveries.Apply(e) };
        next = e.Event switch
        {
            ExtractReceived x => next with { Extracts = Extracts.Add(new ReceivedExtract(x, x.Personal.Reveal(x.Document.Name), e.At)) },
            ExtractCorrected c => next.Correct(c, e.At),
            Endorsed endorsed => next with { Endorsements = Endorsements.Add(endorsed) },
            Reminded { Obligation: null } => next with { Own = Own.Apply(e) },
            _ => next,
        };
        return ObligationOf(e.Event) is { } obligation
            ? next with { Occurrences = Occurrences.SetItem(obligation, Of(obligation).Apply(e)) }
            : next;
    }

    // An adoption is known by its extract's decision, so it is corrected with it; so is the endorsement that the extract is.
    private AgreementYear Correct(ExtractCorrected e, NodaTime.Instant at)
    {
        var index = Extracts.FindIndex(x => x.Event.Document.Hash == e.File && x.Event.Index == e.Index);
        if (index < 0) return this;
        var before = Extracts[index].Event.Decision;
        var extract = Extracts[index].Correct(e, at);
        var corrected = this with
        {
            Extracts = Extracts.SetItem(index, extract),
            Endorsements = Endorsements.ConvertAll(x => x.IsOf(e.File, before) ? x with { Body = e.Decision.Body, On = e.Decision.DecidedOn, Paragraph = e.Decision.Paragraph } : x),
        };
        return extract.Event is { Adopts: true, Obligation: { } obligation } && Of(obligation) is { Adoption: { } adoption } progress && adoption.Extract == e.File
            ? corrected with { Occurrences = Occurrences.SetItem(obligation, progress with { Adoption = adoption with { Decision = e.Decision } }) }
            : corrected;
    }

    private static ObligationId? ObligationOf(LedgerEvent e) => e switch
    {
        PlanReceived p => p.Obligation,
        PlanAdopted a => a.Obligation,
        DeliveriesOwed o => o.Obligation,
        OccurrenceFulfilled f => f.Obligation,
        OccurrenceReopened r => r.Obligation,
        OccurrenceClosed c => c.Obligation,
        OccurrenceLapsed l => l.Obligation,
        OccurrenceReturned r => r.Obligation,
        Reminded r => r.Obligation,
        _ => null,
    };
}
