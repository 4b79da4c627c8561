using System.Collections.Immutable;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>How far one occurrence has come: what has been received, adopted, owed, told and closed.</summary>
public sealed record OccurrenceProgress
{
    /// <summary>An occurrence of which nothing is known yet.</summary>
    public static OccurrenceProgress None { get; } = new();

    /// <summary>Every file received, oldest first.</summary>
    public ImmutableList<PlanFile> Files { get; init; } = [];

    /// <summary>The adoption; null until it is known.</summary>
    public Adoption? Adoption { get; init; }

    /// <summary>Whether the draft has become owed; it does so once.</summary>
    public bool DraftOwed { get; init; }

    /// <summary>The hash of the set that was last owed as adopted or as a correction; null before the adoption.</summary>
    public string? AdoptedSet { get; init; }

    /// <summary>When the adopted version had been handed over to every recipient; null until then, and after one of them bounced.</summary>
    public Instant? FulfilledAt { get; init; }

    /// <summary>That a person closed it; null where none has.</summary>
    public Closing? Closed { get; init; }

    /// <summary>That it has fallen away with a changed register; null where it has not.</summary>
    public Lapse? Lapsed { get; init; }

    /// <summary>Whether anything may still follow: neither fulfilled, nor closed by a person, nor fallen away.</summary>
    public bool IsOpen => FulfilledAt is null && Closed is null && Lapsed is null;

    /// <summary>Whether an extract that adopts would be the one that goes with the adopted version.</summary>
    public bool AwaitsExtract => AdoptedSet is null && Adoption?.Extract is null && Closed is null && Lapsed is null;

    /// <summary>The reminders that have gone, by kind and nominal day.</summary>
    public ImmutableHashSet<(ReminderKind Kind, LocalDate Nominal)> Reminded { get; init; } = [];

    /// <summary>The newest file of each part.</summary>
    public IEnumerable<PlanFile> Newest => Files.IsEmpty ? [] : Files.GroupBy(f => f.Part, StringComparer.Ordinal).Select(g => g.Last());

    /// <summary>Whether a file with these bytes has been received as this part, and is still the newest of it.</summary>
    public bool Has(DocumentHash hash, string part) => Newest.Any(f => f.Hash == hash && f.Part == part);

    /// <summary>The parts that are missing.</summary>
    public IEnumerable<string> Missing(IReadOnlyList<string> parts) => parts.Where(part => !Files.Exists(f => f.Part == part));

    /// <summary>Whether the set is whole.</summary>
    public bool IsComplete(IReadOnlyList<string> parts) => Files.Count >= parts.Count && !Missing(parts).Any();

    internal OccurrenceProgress Apply(RecordedEvent e) => e.Event switch
    {
        PlanReceived p => this with
        {
            Files = Files.Add(new PlanFile(p.Document.Hash, p.Personal.Reveal(p.Document.Name), p.Document.Part, p.Document.Size, e.At, p.Adopted)),
        },
        PlanAdopted a => this with { Adoption = new Adoption(e.At, a.Decision, a.Extract) },
        DeliveriesOwed { Version: DeliveryVersion.Draft } => this with { DraftOwed = true },
        DeliveriesOwed { Version: DeliveryVersion.Adopted or DeliveryVersion.Correction } o => this with { AdoptedSet = o.SetHash },
        OccurrenceFulfilled => this with { FulfilledAt = e.At },
        OccurrenceReopened => this with { FulfilledAt = null },
        OccurrenceClosed c => this with { Closed = new Closing(c.On, c.Personal.Reveal(c.Reason), e.At, Person.Reveal(e)) },
        OccurrenceLapsed l => this with { Lapsed = new Lapse(l.Code, l.Reason, e.At) },
        OccurrenceReturned => this with { Lapsed = null },
        Reminded r => this with { Reminded = Reminded.Add((r.Kind, r.Nominal)) },
        _ => this,
    };
}
