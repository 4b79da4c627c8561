using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Ledger;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch;

/// <summary>Deliveries to one contact, worked on by a host that dies, or not, and then by another until nothing is left to do.</summary>
internal sealed class CrashPlay
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 11, 0);

    // Three tries. Without early warnings: whether one is due depends on how many tries a death has cost.
    private static readonly DispatchOptions Options = new()
    {
        Lease = Duration.FromMinutes(1),
        Steps = [Duration.FromMinutes(1)],
        GiveUpAfter = Duration.FromMinutes(2),
        Jitter = 0,
        WarnAfterFailures = 50,
    };

    private readonly DispatchHost.Shared _shared;
    private readonly string[] _ids;
    private readonly string _death;

    private CrashPlay(DispatchHost.Shared shared, string[] ids, string death) => (_shared, _ids, _death) = (shared, ids, death);

    /// <summary>How many times something had been sent, when the first host was dead, of which nobody had recorded the end.</summary>
    public int SentUnrecorded { get; private set; }

    /// <param name="deliveries">How many deliveries there are.</param>
    /// <param name="contact">To whom they go.</param>
    /// <param name="answer">What the contact's side answers over a channel, the nth time that a delivery is sent to it.</param>
    /// <param name="death">The first host's; null where it does not die.</param>
    public static async Task<CrashPlay> RunAsync(int deliveries, string contact, Func<ChannelType, int, AttemptOutcome> answer, Death? death)
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, contact, deliveries);
        shared.Answer = (way, parcel, _) => Task.FromResult(ids.Contains(parcel.Id)
            ? Result(answer(way, shared.Sent.Count(s => s.Id == parcel.Id)))
            : Result(AttemptOutcome.HandedOver));
        var play = new CrashPlay(shared, ids, death?.ToString() ?? "no death");
        using var first = new DispatchHost(shared, Noon, options: Options, death: death);
        if (death is null)
        {
            await first.WorkAsync();
            return play;
        }

        Assert.True(await Record.ExceptionAsync(first.WorkAsync) is null or IOException, play._death);
        play.SentUnrecorded = play.Unrecorded;
        using var second = new DispatchHost(shared, first.Now, options: Options);
        await second.WorkAsync();
        return play;
    }

    /// <summary>Nothing is forgotten, nothing comes twice that need not, and all of it is on record.</summary>
    public async Task CheckAsync(DeliveryState end, CrashPlay calm)
    {
        using var host = new DispatchHost(_shared, Noon);
        List<Delivery> all = [];
        foreach (var stream in (StreamId[])[DispatchHost.Stream, StreamId.Notices(2026)])
            all.AddRange((await host.Ledger.LoadAsync<DeliveryBook>(stream, CancellationToken.None)).All);
        foreach (var delivery in all) CheckEnd(delivery, _ids.Contains(delivery.Id) ? end : DeliveryState.HandedOver);

        Holds(_ids.All(id => all.Any(d => d.Id == id)), "each delivery is there");
        Holds(Told.SequenceEqual(calm.Told), $"people are told what they are told without a death, but were told {string.Join(", ", Told)}");
        Holds(IsEachOnce(Events<DeliveryClaimed>().Select(e => (e.Id, e.Attempt))), "no attempt is begun twice");
        Holds(IsEachOnce(Events<AttemptEnded>().Select(e => (e.Id, e.Attempt))), "no attempt ends twice");
        Holds(SentUnrecorded <= 1 && Unrecorded == SentUnrecorded, $"only what was cut between sending and recording is sent again, but {Unrecorded} were");
        Holds((await new LedgerVerifier(_shared.Store, _shared.Archive).VerifyAsync(CancellationToken.None)).Fault is null, "the ledger verifies");
    }

    private void CheckEnd(Delivery delivery, DeliveryState end)
    {
        Holds(delivery.State == end, $"{delivery.Version} ends as {end}, but is {delivery.State}");
        Holds(delivery.Attempts.Select(a => a.Number).SequenceEqual(Enumerable.Range(1, delivery.Attempts.Count)), "attempts are numbered one after the other");
        Holds(delivery.Attempts.Count(a => a.Outcome is AttemptOutcome.HandedOver) == (end is DeliveryState.HandedOver ? 1 : 0), "it is handed over once at most");
        Holds(delivery.Attempts.Count(a => a.Outcome is AttemptOutcome.Interrupted) <= 1, "one death interrupts one attempt at most");
        var row = _shared.Log.Rows.Single(r => r.Id == delivery.Id);
        Holds((row.State, row.Attempts, row.NextAt) == (end, delivery.Attempts.Count, null), "its row says what the ledger says");
    }

    // Each thing and each delivery by itself: how much goes into one message depends on what had been told by the death.
    private string[] Told =>
        [.. Events<NoticeOwed>().SelectMany(n => n.Items.SelectMany(i => i.Deliveries?.Select(d => d.Id) ?? [$"{i.About}"], (i, about) => $"{n.Contact}: {i.Kind} {about}")).Order(StringComparer.Ordinal)];

    private int Unrecorded => _shared.Sent.Count - Events<AttemptEnded>().Count(e => e.Outcome is not AttemptOutcome.Interrupted);

    private IEnumerable<TEvent> Events<TEvent>() => _shared.Events.OfType<TEvent>();

    private void Holds(bool condition, string what) => Assert.True(condition, $"{_death}: {what}");

    private static bool IsEachOnce<T>(IEnumerable<T> items)
        where T : notnull => items.CountBy(i => i).All(c => c.Value == 1);

    private static ChannelResult Result(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.HandedOver => new ChannelResult(outcome, "ok", null),
        AttemptOutcome.Transient => new ChannelResult(outcome, "smtp.deferred", "451 senare"),
        _ => new ChannelResult(outcome, "smtp.recipient-refused", "550 nej"),
    };
}
