using System.Collections.Immutable;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Receipts;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>One version of one document set, or one notice, to one contact: a state machine that events drive.</summary>
public sealed record Delivery
{
    /// <summary>The delivery's id (<see cref="DeliveryId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>Which version is handed over.</summary>
    public required DeliveryVersion Version { get; init; }

    /// <summary>To whom.</summary>
    public required ContactId Contact { get; init; }

    /// <summary>The group through which the contact receives; null where it is named itself.</summary>
    public ContactId? Via { get; init; }

    /// <summary>The obligation; null where there is none.</summary>
    public ObligationId? Obligation { get; init; }

    /// <summary>What the covering letter says it is about; null for a notice.</summary>
    public Matter? Matter { get; init; }

    /// <summary>The hash of the document set; for a notice empty, or where it is sent again the hash of what it tells.</summary>
    public string SetHash { get; init; } = "";

    /// <summary>What is handed over; for a notice what its items enclose.</summary>
    public IReadOnlyList<SentDocument> Documents { get; init; } = [];

    /// <summary>What a notice tells; empty for everything else.</summary>
    public IReadOnlyList<NoticeItem> Items { get; init; } = [];

    /// <summary>When it became owed.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; init; } = DeliveryState.Owed;

    /// <summary>The tries, oldest first.</summary>
    public ImmutableList<Attempt> Attempts { get; init; } = [];

    /// <summary>When something is to happen: the next try, or the end of the claim; null where it waits for nothing.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>When the channel took it; null until then.</summary>
    public Instant? HandedOverAt { get; init; }

    /// <summary>The contact's confirmation; null where none has come.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>The newest bounce; null where none has come.</summary>
    public Bounce? Bounce => Attempts.LastOrDefault(a => a.Bounce is not null)?.Bounce;

    /// <summary>Why the newest try did not do, or that it did: its code, or its bounce's; null before the first try and while it runs.</summary>
    public string? LastCode => CameBack?.Code ?? Attempts.LastOrDefault()?.Code;

    /// <summary>The other side's words about the newest try, or in its bounce; null where there are none.</summary>
    public string? LastAnswer => CameBack is { } bounce ? bounce.Answer : Attempts.LastOrDefault()?.Answer;

    /// <summary>
    /// Whether a confirmation counts: none has come, and a person or a later version has not ended it. One that was sent
    /// again may have reached the contact all the same.
    /// </summary>
    public bool MayBeAcknowledged =>
        Version is not DeliveryVersion.Notice
        && State is not (DeliveryState.Acknowledged or DeliveryState.Cancelled)
        && (State is not DeliveryState.Replaced || ReplacedBy == ResentAs);

    /// <summary>Whether it goes over the contact's other channel, the first having failed.</summary>
    public bool OnFallback { get; init; }

    /// <summary>When the responsible and the escalation were told that it must be handed over by hand; null until then.</summary>
    public Instant? EscalatedAt { get; init; }

    /// <summary>The delivery that has taken its place; null where none has.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>How many times its documents had been sent again with it; 0 for the first time.</summary>
    public int Resend { get; init; }

    /// <summary>The delivery that it sends again; null for the first time.</summary>
    public string? ResendOf { get; init; }

    /// <summary>The delivery that sends it again; null where nobody has.</summary>
    public string? ResentAs { get; init; }

    /// <summary>Who had the documents sent again with it, and why; null for the first time.</summary>
    public Intervention? Resent { get; init; }

    /// <summary>Who cancelled it, and why; null where nobody has.</summary>
    public Intervention? Cancelled { get; init; }

    /// <summary>The version of the stream at which it became owed: later is newer, whatever the clock said. One that is sent again is as old as the first.</summary>
    public long OwedAtVersion { get; init; }

    /// <summary>Whether it is still to be delivered: nobody has received it, and nothing has taken its place.</summary>
    public bool IsUndelivered => State is DeliveryState.Owed or DeliveryState.Claimed or DeliveryState.Waiting || AwaitsPerson;

    /// <summary>Whether nothing happens until somebody acts: it needs a person, or it bounced.</summary>
    public bool AwaitsPerson => State is DeliveryState.NeedsPerson or DeliveryState.Bounced;

    /// <summary>Whether the contact has it.</summary>
    public bool IsReceived => State is DeliveryState.HandedOver or DeliveryState.Acknowledged;

    /// <summary>When the contact had it, as far as is known: handed over, or else confirmed; null where neither.</summary>
    public Instant? ReceivedAt => HandedOverAt ?? Receipt?.At;

    /// <summary>Whether a host is trying now: its claim has not ended. A claim of a clock that ran ahead has.</summary>
    public bool IsUnderWay(Instant now, Duration longestWait) => State is DeliveryState.Claimed && NextAt > now && NextAt <= now + longestWait;

    /// <summary>How far it has come along the retry schedule, once it has been tried.</summary>
    public Tries Tries => new(Id, Attempts.Count, Math.Max(1, Attempts.Count - Round.Before), Round.Since);

    /// <summary>The tries of the present channel that did not hand it over and have ended, or been interrupted.</summary>
    public int Failures => Attempts.Skip(Round.Before).Count(a => a.Outcome is AttemptOutcome.Transient or AttemptOutcome.Permanent or AttemptOutcome.Interrupted);

    /// <summary>How many of the newest tries ended with their host.</summary>
    public int InterruptedInARow => Attempts.Reverse().SkipWhile(a => a.Outcome is AttemptOutcome.Running)
        .TakeWhile(a => a.Outcome is AttemptOutcome.Interrupted).Count() + (State is DeliveryState.Claimed ? 1 : 0);

    private Bounce? CameBack => Attempts.LastOrDefault()?.Bounce;

    private (int Before, Instant Since) Round => RoundBegun ?? (0, CreatedAt);

    private (int Before, Instant Since)? RoundBegun { get; init; }

    /// <summary>
    /// Whether a host may begin a try now: it is its time, and no living claim is on it. A time further off than any wait
    /// was set by a clock that ran ahead, and counts as come.
    /// </summary>
    public bool MayBeClaimed(Instant now, Duration longestWait) =>
        State is DeliveryState.Owed or DeliveryState.Waiting or DeliveryState.Claimed && (NextAt <= now || NextAt > now + longestWait);

    /// <summary>The channel that the next try takes, and the one that is left if it will not do; null where none is.</summary>
    public (Channel Way, Channel? Other) WaysTo(Contact contact) =>
        OnFallback && contact.Fallback is { } fallback ? (fallback, null) : (contact.Channel, contact.Fallback);

    /// <summary>Whether a try of that number is under way.</summary>
    public bool IsClaimedBy(int attempt) => State is DeliveryState.Claimed && Attempts[^1].Number == attempt;

    /// <summary>
    /// Whether a try's end is still to be recorded: it is under way, or a confirmation, a person, a later version or another
    /// host came before it ended.
    /// </summary>
    public bool AwaitsEndOf(int attempt) => Attempts.ElementAtOrDefault(attempt - 1) is { EndedAt: null };

    /// <summary>The delivery confirmed; a try that is under way need not go on.</summary>
    internal Delivery Acknowledge(DeliveryAcknowledged e, RecordedEvent recorded) => this with
    {
        State = DeliveryState.Acknowledged,
        NextAt = null,
        Receipt = new Receipt(recorded.At, e.How, e.Name is { } name ? e.Personal.Reveal(name) : null)
        {
            By = e.How is AcknowledgedHow.Person ? Person.Reveal(recorded) : null,
            Reason = e.Reason is { } reason ? e.Personal.Reveal(reason) : null,
        },
        Attempts = Interrupted("receipt.came-first"),
    };

    /// <summary>The delivery cancelled by a person; a try whose host is gone was interrupted.</summary>
    internal Delivery Cancel(DeliveryCancelled e, RecordedEvent recorded) => this with
    {
        State = DeliveryState.Cancelled,
        NextAt = null,
        Cancelled = new Intervention(recorded.At, Person.Reveal(recorded), e.Personal.Reveal(e.Reason)),
        Attempts = Interrupted("host.stopped"),
    };

    /// <summary>The delivery with another that sends it again. What nobody has received waits for nothing any more.</summary>
    internal Delivery ResendAs(string id) => AwaitsPerson || State is DeliveryState.WrittenToFile
        ? Replace(id) with { ResentAs = id }
        : this with { ResentAs = id };

    /// <summary>The delivery with a try begun; one that was under way before was interrupted.</summary>
    internal Delivery Claim(DeliveryClaimed e, Instant at, string by) => this with
    {
        State = DeliveryState.Claimed,
        NextAt = e.LeaseUntil,
        Attempts = Interrupted("host.stopped").Add(new Attempt(e.Attempt, at, by)),
    };

    /// <summary>The delivery with a new round of tries begun, over the other channel.</summary>
    internal Delivery FallBack(Instant at) => this with
    {
        State = State is DeliveryState.Bounced ? DeliveryState.Waiting : State,
        NextAt = State is DeliveryState.Bounced ? at : NextAt,
        OnFallback = true,
        RoundBegun = (Attempts.Count, at),
    };

    /// <summary>The delivery come back: it has not been received. That the channel took it stays with its try.</summary>
    internal Delivery ComeBack(DeliveryBounced e, Instant at) => this with
    {
        State = DeliveryState.Bounced,
        NextAt = null,
        HandedOverAt = null,
        Attempts = Attempts.SetItem(e.Attempt - 1, Attempts[e.Attempt - 1] with
        {
            Bounce = new Bounce(at, e.Code, e.Answer is { } answer ? e.Personal.Reveal(answer) : null),
        }),
    };

    /// <summary>The delivery with another in its place.</summary>
    internal Delivery Replace(string by) => this with { State = DeliveryState.Replaced, NextAt = null, ReplacedBy = by };

    /// <summary>The delivery with a try ended; one that something else came before is no more than noted.</summary>
    internal Delivery End(AttemptEnded e, Instant at)
    {
        var noted = this with
        {
            HandedOverAt = e.Outcome is AttemptOutcome.HandedOver && !IsLeftToAnother(e.Attempt) ? at : HandedOverAt,
            Attempts = Attempts.SetItem(e.Attempt - 1, Attempts[e.Attempt - 1] with
            {
                EndedAt = at,
                Outcome = e.Outcome,
                Code = e.Code,
                Channel = e.Channel,
                Address = e.Address is { } address ? e.Personal.Reveal(address) : null,
                Answer = e.Answer is { } answer ? e.Personal.Reveal(answer) : null,
            }),
        };
        return !IsClaimedBy(e.Attempt) ? noted : noted with
        {
            State = e.Outcome switch
            {
                AttemptOutcome.HandedOver => DeliveryState.HandedOver,
                AttemptOutcome.WrittenToFile => DeliveryState.WrittenToFile,
                _ => e.NextAt is null ? DeliveryState.NeedsPerson : DeliveryState.Waiting,
            },
            NextAt = e.NextAt,
        };
    }

    private ImmutableList<Attempt> Interrupted(string code) => State is DeliveryState.Claimed
        ? Attempts.SetItem(Attempts.Count - 1, Attempts[^1] with { Outcome = AttemptOutcome.Interrupted, Code = code })
        : Attempts;

    // The contact may have it all the same: whether it does is for the try, or the delivery, that took over to say.
    private bool IsLeftToAnother(int attempt) => attempt < Attempts.Count || State is DeliveryState.Replaced;
}
