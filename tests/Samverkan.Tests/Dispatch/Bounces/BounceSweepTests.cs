using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Links;
using Samverkan.Dispatch.Receipts;
using Samverkan.Signals;
using Samverkan.Tests.Dispatch.Links;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch.Bounces;

/// <summary>What bounces do to deliveries: once, only to what was handed over by e-mail, and only with our signature.</summary>
public sealed class BounceSweepTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 11, 0);
    private static readonly LinkSigner Signer = new(new LinkSignerTests.Keys(1));
    private readonly MemoryBounceBox _box = new();

    [Fact]
    public async Task A_bounced_delivery_is_not_received_and_the_responsible_are_told_once()
    {
        var (shared, id) = await HandedOverByEmailAsync();
        using var host = new DispatchHost(shared, Noon);
        _box.Add("1", Reports.Of(AddressOf(id)));
        Assert.Equal(1, await SweepAsync(host));
        _box.Add("2", Reports.Of(AddressOf(id)));
        Assert.Equal(0, await SweepAsync(host));

        var bounced = await host.FindAsync(id);
        Assert.Equal((DeliveryState.Bounced, false, true, null), (bounced.State, bounced.IsReceived, bounced.AwaitsPerson, bounced.HandedOverAt));
        Assert.Equal(("mail.bounced", "5.1.1 smtp; 550 5.1.1 No such user"), (bounced.LastCode, bounced.LastAnswer));
        Assert.Equal(AttemptOutcome.HandedOver, bounced.Attempts[^1].Outcome);
        Assert.Single(shared.Events.OfType<DeliveryBounced>());
        Assert.Empty(_box.Names);
        await host.Notices.TellAsync(default);
        await host.Notices.TellAsync(default);
        Assert.Equal("mail.bounced", Assert.Single(shared.Told(NoticeKind.NeedsPerson)).Code);
    }

    [Fact]
    public async Task Whatever_step_a_host_dies_at_the_bounce_is_recorded_once()
    {
        for (var step = 0; step < 12; step++)
        {
            var (shared, id) = await HandedOverByEmailAsync();
            _box.Add("1", Reports.Of(AddressOf(id)));
            using var dead = new DispatchHost(shared, Noon, call => call >= step ? throw new IOException("The host is dead.") : Task.CompletedTask);
            await Record.ExceptionAsync(() => SweepAsync(dead));
            using var other = new DispatchHost(shared, Noon);
            await SweepAsync(other);
            Assert.True((await other.FindAsync(id)).State is DeliveryState.Bounced, $"step {step}");
            Assert.Single(shared.Events.OfType<DeliveryBounced>());
            Assert.Empty(_box.Names);
        }
    }

    [Fact]
    public async Task The_contacts_other_channel_follows_and_a_late_copy_of_the_report_does_not_touch_it()
    {
        var (shared, id) = await HandedOverByEmailAsync();
        using var host = new DispatchHost(shared, Noon);
        var contact = (await host.Registers.CurrentAsync(default)).FindContact(ContactId.Parse("region"))!;
        var failed = new BounceReading.Failed("x", "region@region.example", MailCodes.Bounced, null);
        var handed = await host.FindAsync(id);
        Assert.IsType<DeliveryBounced>(Assert.Single(BounceRules.Of(handed, failed, contact)));
        Assert.IsType<DeliveryFellBack>(BounceRules.Of(handed with { OnFallback = false }, failed, contact)[1]);

        var again = handed with
        {
            OnFallback = true,
            Attempts = handed.Attempts.Add(new Attempt(9, Noon, "x") { Channel = ChannelType.Email, Address = "andra@region.example", Outcome = AttemptOutcome.HandedOver }),
        };
        Assert.Empty(BounceRules.Of(again, failed, contact));
        Assert.Single(BounceRules.Of(again, failed with { Recipient = "andra@region.example" }, contact));
    }

    [Fact]
    public async Task A_forged_bounce_is_set_aside_and_one_that_comes_early_waits()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "region");
        using var host = new DispatchHost(shared, Noon);
        _box.Add("forged", Reports.Of($"studs+b-{DeliveryId.DigitsOf(ids[0])}-aaaaaaaaaaaaaaaa@kommun.example"));
        _box.Add("early", Reports.Of(AddressOf(ids[0])));
        _box.Add("unknown", Reports.Of(AddressOf("avtal.2027.00000000000000000000")));
        Assert.Equal(0, await SweepAsync(host));
        Assert.Equal(["early"], _box.Names);
        Assert.Equal(["forged", "unknown"], _box.Aside.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(shared.Events.OfType<DeliveryBounced>());
    }

    [Fact]
    public async Task A_confirmed_delivery_stays_confirmed()
    {
        var (shared, id) = await HandedOverByEmailAsync();
        using var host = new DispatchHost(shared, Noon);
        await new ReceiptDesk(host.Ledger, host.Registers, new DeadlineOptions(), host).ConfirmAsync(id, null, default);
        _box.Add("late", Reports.Of(AddressOf(id)));
        Assert.Equal(0, await SweepAsync(host));
        Assert.Equal(DeliveryState.Acknowledged, (await host.FindAsync(id)).State);
        Assert.Empty(_box.Names);
    }

    // The region's second way is e-mail, and it has no third: a bounce there is for a person.
    private static async Task<(DispatchHost.Shared Shared, string Id)> HandedOverByEmailAsync()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "region");
        using var host = new DispatchHost(shared, Noon);
        shared.Answer = (type, _, _) => Task.FromResult(new ChannelResult(
            type is ChannelType.Email ? AttemptOutcome.HandedOver : AttemptOutcome.Permanent, type is ChannelType.Email ? "smtp.accepted" : "folder.denied", null));
        await host.TryAsync(ids[0]);
        await host.TryAsync(ids[0]);
        Assert.Equal(DeliveryState.HandedOver, (await host.FindAsync(ids[0])).State);
        return (shared, ids[0]);
    }

    private static string AddressOf(string id) => new ReturnAddresses(new MailOptions { BounceAddress = "studs@kommun.example" }, Signer).Of(id)!.ToString();

    private Task<int> SweepAsync(DispatchHost host) => new BounceSweep(
        _box, host.Ledger, host.Store, host.Registers, host.Notices, Signer, new DeadlineOptions(), new SweepSignals(host.Instrumentation, new MemoryTimerRuns(), host, NullLogger<SweepSignals>.Instance), host, NullLogger<BounceSweep>.Instance).RunAsync(default);
}
