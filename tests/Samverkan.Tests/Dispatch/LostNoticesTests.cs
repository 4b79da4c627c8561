using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch;

/// <summary>A message to one of the municipality's own people that does not arrive: the others are told, and never without end.</summary>
public sealed class LostNoticesTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 11, 0);
    private static readonly AgreementId Agreement = AgreementId.Parse("avtal");

    [Theory]
    [InlineData("strateg", "chef")]
    [InlineData("chef", "strateg")]
    public async Task Where_one_of_those_who_are_told_cannot_be_reached_the_other_is_told_once(string lost, string other)
    {
        var (shared, _) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        await OweAsync(host, lost, Escalated with { Agreement = Agreement });
        await OweAsync(host, lost, new NoticeItem("reminder/1", NoticeKind.Reminder) { Agreement = Agreement, Title = "Plan" });
        await FailAsync(shared, host, lost);
        await host.Notices.TellAsync(default);
        await host.Notices.TellAsync(default);

        var told = Assert.Single(shared.Told(NoticeKind.NeedsPerson, other));
        Assert.Equal((lost, 2, MailCodes.RecipientRefused, Agreement), (told.About!.Value.Value, told.Deliveries!.Count, told.Code, told.Agreement));
        Assert.All(told.Deliveries, d => Assert.Matches(@"^Meddelande \(1 (expediering att lämna över för hand|påminnelse)\)$", d.Title));
        Assert.Empty(shared.Told(NoticeKind.NeedsPerson, lost));
    }

    [Fact]
    public async Task What_belongs_to_no_agreement_is_told_to_those_who_share_an_agreement_with_the_one_who_is_lost()
    {
        var (shared, _) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        await OweAsync(host, "strateg", new NoticeItem("anchor/2026-11-02", NoticeKind.Anchored));
        await FailAsync(shared, host, "strateg");
        await host.Notices.TellAsync(default);
        Assert.Equal("strateg", Assert.Single(shared.Told(NoticeKind.NeedsPerson, "chef")).About!.Value.Value);
    }

    [Fact]
    public async Task What_goes_to_one_outside_every_agreement_is_told_to_those_who_have_the_mornings_list()
    {
        var (shared, _) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon, options: new DispatchOptions { DigestTo = ["chef", "lan"] });
        await OweAsync(host, "lan", new NoticeItem("anchor/2026-11-02", NoticeKind.Anchored));
        await FailAsync(shared, host, "lan");
        await host.Notices.TellAsync(default);
        Assert.Single(shared.Told(NoticeKind.NeedsPerson, "chef"));
        Assert.Empty(shared.Told(NoticeKind.NeedsPerson, "lan"));
    }

    [Fact]
    public async Task Where_nobody_can_be_reached_it_ends()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        shared.Fail(AttemptOutcome.Permanent, MailCodes.RecipientRefused);
        await host.TryAsync(ids[0]);
        for (var round = 0; round < 10; round++)
        {
            await host.Notices.TellAsync(default);
            await FailAsync(shared, host, "strateg");
            await FailAsync(shared, host, "chef");
        }

        // Of the delivery, and of the other's message about it; of the message about that message nobody.
        Assert.Equal(4, shared.Events.OfType<NoticeOwed>().Count());
    }

    [Fact]
    public async Task When_a_message_arrives_again_those_who_were_told_are_told()
    {
        var (shared, _) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        await OweAsync(host, "strateg", Escalated with { Agreement = Agreement });
        await FailAsync(shared, host, "strateg");
        await host.Notices.TellAsync(default);
        host.Now += Duration.FromDays(1);
        shared.Work();
        await OweAsync(host, "strateg", new NoticeItem("reminder/1", NoticeKind.Reminder) { Agreement = Agreement });
        await TryAsync(shared, host, "strateg");
        await host.Notices.TellAsync(default);
        await host.Notices.TellAsync(default);
        Assert.Equal("strateg", Assert.Single(shared.Told(NoticeKind.ContactWorks, "chef")).About!.Value.Value);
    }

    private static NoticeItem Escalated { get; } = new("escalated/1", NoticeKind.Escalated) { Title = "Plan" };

    private static Task OweAsync(DispatchHost host, string to, NoticeItem item) =>
        new NoticeDesk(host.Ledger, host, host.Instrumentation).TellAsync([(ContactId.Parse(to), item)], default);

    private static async Task FailAsync(DispatchHost.Shared shared, DispatchHost host, string to)
    {
        shared.Fail(AttemptOutcome.Permanent, MailCodes.RecipientRefused);
        await TryAsync(shared, host, to);
    }

    private static async Task TryAsync(DispatchHost.Shared shared, DispatchHost host, string to)
    {
        foreach (var row in shared.Log.Rows.Where(r => r.Contact == to && r is { Version: DeliveryVersion.Notice, State: DeliveryState.Owed }).ToArray())
            await host.TryAsync(row.Id);
    }
}
