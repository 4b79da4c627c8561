using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch;

/// <summary>One try of a delivery: hosts that race, hosts that die while they send, leases, and the contact's other channel.</summary>
public sealed class DispatcherTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 11, 0);
    private static readonly Duration Lease = new DispatchOptions().Lease;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Other_hosts_that_try_at_any_step_of_the_first_send_nothing_more(int others)
    {
        var calls = await CallsAsync();
        for (var step = 0; step < calls; step++)
        {
            var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
            DispatchHost[] hosts = [.. Enumerable.Range(0, others).Select(_ => new DispatchHost(shared, Noon))];
            using var first = new DispatchHost(shared, Noon, call => call == step ? Task.WhenAll(hosts.Select(h => h.TryAsync(ids[0]))) : Task.CompletedTask);
            await first.TryAsync(ids[0]);
            foreach (var host in hosts) host.Dispose();
            Assert.True(shared.Sent.Count == 1, $"step {step}: {shared.Sent.Count}");
            Assert.Single(shared.Events.OfType<DeliveryClaimed>());
            Assert.Single(shared.Events.OfType<AttemptEnded>());
        }
    }

    [Fact]
    public async Task A_dead_hosts_claim_is_taken_over_when_its_lease_ends_and_not_before()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var dead = new DispatchHost(shared, Noon);
        await dead.DieAsync(ids[0]);

        using var other = new DispatchHost(shared, Noon);
        Assert.Equal(DispatchResult.Nothing, await other.TryAsync(ids[0], Noon + Lease - Duration.FromSeconds(1)));
        Assert.Equal(AttemptOutcome.HandedOver, (await other.TryAsync(ids[0], Noon + Lease)).Outcome);
        Assert.Equal([AttemptOutcome.Interrupted, AttemptOutcome.HandedOver], (await other.FindAsync(ids[0])).Attempts.Select(a => a.Outcome));
    }

    [Fact]
    public async Task A_lease_is_renewed_while_the_channel_works()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        shared.Answer = async (_, _, cancellation) =>
        {
            while (shared.Events.OfType<ClaimRenewed>().Count() < 2) await Task.Delay(10, cancellation);
            return new ChannelResult(AttemptOutcome.HandedOver, "ok", null);
        };
        using var host = new DispatchHost(shared, Noon, options: new DispatchOptions { Lease = Duration.FromMilliseconds(300) });
        Assert.Equal(AttemptOutcome.HandedOver, (await host.TryAsync(ids[0])).Outcome);
    }

    [Fact]
    public async Task A_channel_stops_when_the_lease_ends_though_the_renewal_hangs()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        var hangs = new TaskCompletionSource();
        var sending = false;
        shared.Answer = async (_, _, cancellation) =>
        {
            sending = true;
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("It never ends by itself.");
        };
        using var host = new DispatchHost(shared, Noon, _ => sending ? hangs.Task : Task.CompletedTask, new DispatchOptions { Lease = Duration.FromMilliseconds(300) });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.TryAsync(ids[0]).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(AttemptOutcome.HandedOver)]
    [InlineData(AttemptOutcome.Transient)]
    public async Task An_answer_that_comes_after_another_host_took_over_is_noted_with_its_try_and_changes_nothing_else(AttemptOutcome late)
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var first = new DispatchHost(shared, Noon);
        using var second = new DispatchHost(shared, Noon + Lease);
        var answers = new TaskCompletionSource<ChannelResult>();
        var begun = Task.CompletedTask;
        shared.Answer = (_, _, _) => shared.Sent.Count == 1 ? answers.Task : EndOfFirstAsync();
        begun = first.TryAsync(ids[0]);
        Assert.Equal(AttemptOutcome.Transient, (await second.TryAsync(ids[0])).Outcome);

        var delivery = await second.FindAsync(ids[0]);
        Assert.Equal((DeliveryState.Waiting, null), (delivery.State, delivery.HandedOverAt));
        Assert.Equal([late, AttemptOutcome.Transient], delivery.Attempts.Select(a => a.Outcome));
        Assert.Equal([("sent", "250 sent tog emot"), ("smtp.deferred", "451 nej")], delivery.Attempts.Select(a => (a.Code!, a.Answer!)));
        Assert.All(delivery.Attempts, a => Assert.NotNull(a.EndedAt));

        shared.Work();
        Assert.Equal(AttemptOutcome.HandedOver, (await second.TryAsync(ids[0], delivery.NextAt!.Value)).Outcome);
        Assert.Equal(delivery.NextAt, (await second.FindAsync(ids[0])).HandedOverAt);

        async Task<ChannelResult> EndOfFirstAsync()
        {
            answers.SetResult(new ChannelResult(late, "sent", "250 sent tog emot"));
            await begun;
            Assert.Equal(DeliveryState.Claimed, (await second.FindAsync(ids[0])).State);
            return new ChannelResult(AttemptOutcome.Transient, "smtp.deferred", "451 nej");
        }
    }

    [Theory]
    [InlineData(null, 20)]
    [InlineData(3, 3)]
    public async Task A_delivery_that_outlives_its_hosts_for_ever_comes_to_a_person(int? most, int tries)
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon, options: most is { } set ? new DispatchOptions { MostInterruptions = set } : null);
        for (var i = 0; i < 30; i++) await host.DieAsync(ids[0], Noon + Lease * i);
        var delivery = await host.FindAsync(ids[0]);
        Assert.Equal((DeliveryState.NeedsPerson, tries, "host.stopped"), (delivery.State, delivery.Attempts.Count, delivery.Attempts[^1].Code));
    }

    [Fact]
    public async Task A_fault_of_the_host_itself_such_as_its_archive_is_tried_again_on_the_schedule_for_as_long_as_any_other()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "region");
        shared.Answer = (_, _, _) => throw new IOException("The archive cannot be read.");
        using var host = new DispatchHost(shared, Noon);
        Assert.Equal(AttemptOutcome.Transient, (await host.TryAsync(ids[0])).Outcome);
        var waiting = await host.FindAsync(ids[0]);
        Assert.Equal((DeliveryState.Waiting, PoisonDesk.Failed), (waiting.State, waiting.LastCode));
        Assert.InRange(waiting.NextAt!.Value - Noon, Duration.FromMinutes(1), Duration.FromMinutes(1.2));

        while ((await host.FindAsync(ids[0])).NextAt is { } next) await host.TryAsync(ids[0], next);
        var spent = await host.FindAsync(ids[0]);
        Assert.Equal((DeliveryState.NeedsPerson, false), (spent.State, spent.OnFallback));
        Assert.InRange(host.Now - Noon, Duration.FromDays(8), Duration.FromDays(10));
    }

    [Fact]
    public async Task When_the_first_channel_will_not_do_the_other_is_tried_at_once_with_a_schedule_of_its_own()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "region");
        using var host = new DispatchHost(shared, Noon);
        shared.Fail(AttemptOutcome.Permanent, "smtp.recipient-refused");
        await host.TryAsync(ids[0]);
        Assert.Equal(DeliveryState.Waiting, (await host.FindAsync(ids[0])).State);

        shared.Fail(AttemptOutcome.Transient, "smtp.deferred");
        await host.TryAsync(ids[0]);
        var waiting = await host.FindAsync(ids[0]);
        Assert.InRange(waiting.NextAt!.Value - Noon, Duration.FromMinutes(1), Duration.FromMinutes(1.2));
        Assert.Equal([(ChannelType.Folder, "region"), (ChannelType.Email, "region@region.example")], waiting.Attempts.Select(a => (a.Channel!.Value, a.Address!)));
        Assert.Equal("smtp.recipient-refused", Assert.Single(shared.Told(NoticeKind.ChannelFailed)).Code);

        shared.Fail(AttemptOutcome.Permanent, "smtp.recipient-refused");
        await host.TryAsync(ids[0], waiting.NextAt.Value);
        Assert.Equal(DeliveryState.NeedsPerson, (await host.FindAsync(ids[0])).State);
    }

    [Fact]
    public async Task A_document_that_is_missing_is_not_sought_over_the_other_channel()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "region");
        shared.Fail(AttemptOutcome.Permanent, MailCodes.DocumentMissing);
        using var host = new DispatchHost(shared, Noon);
        await host.TryAsync(ids[0]);
        Assert.Equal(DeliveryState.NeedsPerson, (await host.FindAsync(ids[0])).State);
    }

    [Fact]
    public async Task A_time_that_a_clock_set_years_ahead_counts_as_come_once_the_clock_is_right()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        shared.Fail(AttemptOutcome.Transient, "smtp.deferred");
        using var host = new DispatchHost(shared, Noon);
        await host.TryAsync(ids[0], Noon + Duration.FromDays(2000));
        shared.Work();
        Assert.Equal(AttemptOutcome.HandedOver, (await host.TryAsync(ids[0], Noon)).Outcome);
    }

    [Fact]
    public async Task What_another_delivery_has_taken_the_place_of_is_not_sent_even_by_a_host_that_finds_it_on_the_queue()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", version: DeliveryVersion.Draft);
        using var host = new DispatchHost(shared, Noon);
        var adopted = await host.OweAsync("adopted", "lan", DeliveryVersion.Adopted);
        Assert.Equal(DispatchResult.Nothing, await host.TryAsync(ids[0]));
        var draft = await host.FindAsync(ids[0]);
        Assert.Equal((DeliveryState.Replaced, adopted, null), (draft.State, draft.ReplacedBy, draft.NextAt));
        Assert.Equal(AttemptOutcome.HandedOver, (await host.TryAsync(adopted)).Outcome);
    }

    [Fact]
    public async Task On_the_last_day_no_wait_is_longer_than_a_quarter_of_an_hour()
    {
        // 6 December 2026 is a Sunday.
        var now = Instant.FromUtc(2026, 12, 6, 5, 0);
        var (shared, ids) = await DispatchHost.OwedAsync(now, "lan", version: DeliveryVersion.Draft);
        shared.Fail(AttemptOutcome.Transient, "smtp.deferred");
        using var host = new DispatchHost(shared, now);
        for (var i = 0; i < 20; i++)
        {
            await host.TryAsync(ids[0], now);
            var next = (await host.FindAsync(ids[0])).NextAt!.Value;
            Assert.InRange(next - now, Duration.FromSeconds(15), Duration.FromMinutes(15));
            now = next;
        }
    }

    private static async Task<int> CallsAsync()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        await host.TryAsync(ids[0]);
        return host.Store.Calls;
    }
}
