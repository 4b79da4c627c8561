using System.Text;
using NodaTime;
using NodaTime.Text;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Receipts;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Tests.Deadlines;

/// <summary>One plan year played on paper: the pure rules alone, with what happens noted as lines.</summary>
internal sealed class Paper
{
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly Decision Unstated = new(null, null, null, null, null);
    private readonly Register _register;
    private readonly DeadlineOptions _options = new();

    internal Paper(Agreement agreement, int? planYear, LocalDate? inUseFrom = null)
    {
        _register = RegisterOf(agreement) with { InUseFrom = inUseFrom };
        Year = AgreementYear.Empty(StreamId.OfAgreement(agreement.Id.Value, planYear));
    }

    internal AgreementYear Year { get; private set; }

    internal Agreement Agreement => _register.Agreements[0];

    internal Obligation Obligation => Agreement.Obligations[0];

    internal OccurrenceProgress Progress => Year.Of(Obligation.Id);

    internal List<(Instant At, LedgerEvent Event)> Events { get; } = [];

    internal OccurrenceStatus Status(string day) =>
        OccurrenceStatus.Of(Year, Obligation, Occurrences.Find(Agreement, Obligation, Year.Stream.AgreementYear!.Value.PlanYear!.Value, _register.InUseFrom)!, Cases.Day(day));

    internal static Instant At(string time) => Time.Parse(time).Value.InZoneStrictly(Stockholm.Zone).ToInstant();

    internal static DocumentHash HashOf(string file) => DocumentHash.Of(Encoding.UTF8.GetBytes(file));

    internal Paper Plan(string at, string file, string part = "plan", bool adopted = false) => Plan(At(at), file, part, adopted);

    internal Paper Plan(Instant at, string file, string part = "plan", bool adopted = false)
    {
        if (Progress.Has(HashOf(file), part) && (!adopted || Progress.Adoption is not null)) return this;
        var personal = new PersonalValues();
        var document = new DocumentRef(HashOf(file), personal.Commit(file), part, 10);
        return Follow(at, new PlanReceived(Obligation.Id, document, adopted ? Unstated : null, []) { Personal = personal });
    }

    internal Paper Extract(string at, string file) => Extract(At(at), file);

    internal Paper Extract(Instant at, string file)
    {
        if (Year.Has(HashOf(file), 0)) return this;
        var personal = new PersonalValues();
        var document = new DocumentRef(HashOf(file), personal.Commit(file), DocumentRef.ExtractPart, 10);
        return Follow(at, new ExtractReceived(Obligation.Id, document, 0, Unstated, Adopts: true, [], [], HashOf(file), []) { Personal = personal });
    }

    internal Paper Close(string at) => Take(At(at), [new OccurrenceClosed(Obligation.Id, Stockholm.DateOf(At(at)), new Commitment("c1:"))]);

    internal Paper Sweep(string at) => Sweep(At(at));

    internal Paper Sweep(Instant at)
    {
        Follow(at);
        Take(at, [.. Rules.Escalations(Year, at)
            .Select(e => new DeliveryEscalated(e.Delivery.Id, e.Obligation.Id, e.Occurrence.EffectiveDue, e.To))]);
        return Take(at, [.. Rules.Reminders(Year, at)
            .Select(r => new Reminded(r.Planned.Kind, r.Obligation?.Id, r.Planned.Nominal, r.Day, r.DaysLeft, r.To))]);
    }

    /// <summary>Sweeps at 06:00 each day, both ends inclusive.</summary>
    internal Paper Mornings(string from, string to)
    {
        for (var day = Cases.Day(from); day <= Cases.Day(to); day = day.PlusDays(1)) Sweep(Stockholm.MorningOf(day));
        return this;
    }

    /// <summary>Hands over everything that is owed.</summary>
    internal Paper HandOver(string at) => HandOver(At(at));

    internal Paper HandOver(Instant at)
    {
        foreach (var delivery in Year.Deliveries.All.Where(d => d.State is DeliveryState.Owed).OrderBy(d => d.Id, StringComparer.Ordinal).ToArray())
        {
            Take(at, [new DeliveryClaimed(delivery.Id, 1, at + Duration.FromMinutes(5))]);
            Take(at, [new AttemptEnded(delivery.Id, 1, AttemptOutcome.HandedOver, "ok", null, null, null)]);
        }

        return Follow(at);
    }

    /// <summary>Everything that has been handed over comes back.</summary>
    internal Paper Bounce(string at)
    {
        foreach (var delivery in Year.Deliveries.All.Where(d => d.State is DeliveryState.HandedOver).ToArray())
            Follow(At(at), new DeliveryBounced(delivery.Id, delivery.Attempts.Count, "mail.bounced", null));
        return this;
    }

    /// <summary>A person notes that everything which is undelivered has come to its contact.</summary>
    internal Paper Acknowledge(string at)
    {
        foreach (var delivery in Undelivered()) Follow(At(at), new DeliveryAcknowledged(delivery.Id, AcknowledgedHow.Person, null, null));
        return this;
    }

    /// <summary>A try of everything that is undelivered begins.</summary>
    internal Paper Claim(string at)
    {
        foreach (var delivery in Undelivered())
            Take(At(at), [new DeliveryClaimed(delivery.Id, delivery.Attempts.Count + 1, At(at) + Duration.FromMinutes(5))]);
        return this;
    }

    /// <summary>A try of everything that is undelivered fails, for now or for good.</summary>
    internal Paper Fail(string at, bool forGood = false)
    {
        Claim(at);
        foreach (var delivery in Undelivered())
        {
            var outcome = forGood ? AttemptOutcome.Permanent : AttemptOutcome.Transient;
            Take(At(at), [new AttemptEnded(delivery.Id, delivery.Attempts.Count, outcome, "fel", null, null, forGood ? null : At(at) + Duration.FromMinutes(1))]);
        }

        return Follow(At(at));
    }

    /// <summary>Everything that is undelivered is written to file: there is no mail server.</summary>
    internal Paper WriteToFile(string at)
    {
        Claim(at);
        foreach (var delivery in Undelivered())
            Take(At(at), [new AttemptEnded(delivery.Id, delivery.Attempts.Count, AttemptOutcome.WrittenToFile, "mail.written-to-file", null, null, null)]);
        return Follow(At(at));
    }

    private AgreementRules Rules => new(Year.Stream, _register, _options);

    internal Instant? NextAt(Instant now) => Rules.NextAt(Year, now);

    /// <summary>What a person would notice: reminders with the days left, deliveries with their recipients, fulfilment.</summary>
    internal IEnumerable<string> Lines() => Events.SelectMany(e => Words(e.Event).Select(w => $"{Stockholm.In(e.At):uuuu'-'MM'-'dd HH':'mm} {w}"));

    /// <summary>When a delivery was escalated, and to whom.</summary>
    internal IEnumerable<string> Escalated() => Events.Where(e => e.Event is DeliveryEscalated)
        .Select(e => $"{Stockholm.In(e.At):uuuu'-'MM'-'dd HH':'mm} {string.Join('+', ((DeliveryEscalated)e.Event).To)}");

    private static IEnumerable<string> Words(LedgerEvent e) => e switch
    {
        Reminded r => [$"{r.Kind} {r.DaysLeft}{(r.To.Count > 1 ? " " + string.Join('+', r.To) : "")}"],
        DeliveriesOwed o => o.To.Select(to => $"{o.Version} {to.Contact}"),
        OccurrenceFulfilled => ["Fulfilled"],
        OccurrenceReopened => ["Reopened"],
        PlanAdopted => ["Adoption"],
        _ => [],
    };

    private static Register RegisterOf(Agreement agreement) => new()
    {
        Municipality = "Kommunen",
        Contacts = [.. new[] { "strateg", "chef", "region", "kansli" }.Select(id => new Contact
        {
            Id = ContactId.Parse(id), Name = id, Channel = Folder(id),
        })],
        Agreements = [agreement],
    };

    private static Channel Folder(string name) =>
        Channel.TryCreate(ChannelType.Folder, name, out var channel, out var problem) ? channel : throw new ArgumentException(problem, nameof(name));

    private Paper Follow(Instant at, params LedgerEvent[] facts) => Take(at, AgreementRules.Follow(Year, facts, _register, _options, at));

    private Paper Take(Instant at, IReadOnlyList<LedgerEvent> events)
    {
        foreach (var e in events)
        {
            Events.Add((at, e));
            Year = Year.Apply(new RecordedEvent(Year.Stream, Year.Version + 1, at, "test", e));
        }

        return this;
    }

    private Delivery[] Undelivered() => [.. Year.Deliveries.All.Where(d => d.IsUndelivered).OrderBy(d => d.Id, StringComparer.Ordinal)];
}
