using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Receipts;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch;

/// <summary>What people are told of contacts that cannot be reached: one thing a contact, and nothing twice.</summary>
public sealed class ContactNoticesTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 11, 0);

    [Fact]
    public async Task At_the_fourth_failure_the_responsible_are_warned_once_for_all_deliveries_to_the_contact()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 5);
        using var host = new DispatchHost(shared, Noon);
        await FailAsync(shared, host, ids, times: 3);
        await host.Notices.TellAsync(CancellationToken.None);
        Assert.Empty(shared.Told(NoticeKind.ContactFailing));

        await FailAsync(shared, host, ids, times: 2);
        await host.Notices.TellAsync(CancellationToken.None);
        var warning = Assert.Single(shared.Told(NoticeKind.ContactFailing));
        Assert.Equal(("lan", 5, "smtp.deferred"), (warning.About!.Value.Value, warning.Count, warning.Code));
        Assert.Empty(shared.Told(NoticeKind.ContactFailing, "chef"));
    }

    [Fact]
    public async Task When_the_contact_works_again_those_who_were_warned_are_told_once_and_a_new_spell_warns_anew()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 3);
        using var host = new DispatchHost(shared, Noon);
        await FailAsync(shared, host, ids, times: 4);
        shared.Work();
        host.Now += Duration.FromDays(1);
        await host.TryAsync(ids[0]);
        await host.Notices.TellAsync(CancellationToken.None);
        await host.Notices.TellAsync(CancellationToken.None);
        Assert.Single(shared.Told(NoticeKind.ContactWorks));

        await FailAsync(shared, host, ids[1..], times: 1);
        await host.Notices.TellAsync(CancellationToken.None);
        Assert.Equal(2, shared.Told(NoticeKind.ContactFailing).Count());
        Assert.Equal(shared.Events.OfType<NoticeOwed>().Count(), shared.Events.OfType<NoticeOwed>().DistinctBy(n => n.Id).Count());
    }

    [Fact]
    public async Task A_contact_that_confirms_before_anybody_looks_works_again_too()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        await FailAsync(shared, host, ids, times: 4);
        shared.Work();
        host.Now += Duration.FromDays(1);
        await host.TryAsync(ids[0]);
        await AcknowledgeAsync(host, ids[0]);
        await host.Notices.TellAsync(CancellationToken.None);
        Assert.Single(shared.Told(NoticeKind.ContactWorks));
    }

    [Fact]
    public async Task What_was_confirmed_without_having_been_handed_over_does_not_show_that_the_contact_works()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        await FailAsync(shared, host, ids, times: 4);
        host.Now += Duration.FromDays(1);
        await AcknowledgeAsync(host, ids[0]);
        await host.Notices.TellAsync(CancellationToken.None);
        Assert.Empty(shared.Told(NoticeKind.ContactWorks));
    }

    [Fact]
    public async Task Deliveries_that_need_a_person_are_one_item_a_contact_and_later_ones_alone_the_next_time()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 4);
        using var host = new DispatchHost(shared, Noon);
        shared.Fail(AttemptOutcome.Permanent, MailCodes.RecipientRefused);
        foreach (var id in ids[..3]) await host.TryAsync(id);
        await host.Notices.TellAsync(CancellationToken.None);
        await host.TryAsync(ids[3]);
        await host.Notices.TellAsync(CancellationToken.None);
        await host.Notices.TellAsync(CancellationToken.None);

        foreach (var to in (string[])["strateg", "chef"])
            Assert.Equal([3, 1], shared.Told(NoticeKind.NeedsPerson, to).Select(i => i.Deliveries!.Count));
    }

    [Fact]
    public async Task A_fault_of_the_documents_is_not_a_fault_of_the_contact()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 2);
        using var host = new DispatchHost(shared, Noon);
        shared.Fail(AttemptOutcome.Permanent, MailCodes.TooLarge);
        await host.TryAsync(ids[0]);
        await host.Notices.TellAsync(CancellationToken.None);
        shared.Work();
        host.Now += Duration.FromHours(1);
        await host.TryAsync(ids[1]);
        await host.Notices.TellAsync(CancellationToken.None);
        Assert.Single(shared.Told(NoticeKind.NeedsPerson));
        Assert.Empty(shared.Told(NoticeKind.ContactWorks));
    }

    [Fact]
    public async Task Whatever_step_of_the_telling_a_host_dies_at_each_thing_is_told_once()
    {
        for (var step = 0; step < 20; step++)
        {
            var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 3);
            using var host = new DispatchHost(shared, Noon);
            shared.Fail(AttemptOutcome.Permanent, MailCodes.RecipientRefused);
            foreach (var id in ids) await host.TryAsync(id);
            using var dying = new DispatchHost(shared, Noon, call => call >= step ? throw new IOException("dead") : Task.CompletedTask);
            await Record.ExceptionAsync(() => dying.Notices.TellAsync(CancellationToken.None));
            using var next = new DispatchHost(shared, Noon);
            await next.Notices.TellAsync(CancellationToken.None);
            foreach (var to in (string[])["strateg", "chef"])
                Assert.Equal(ids.Order(StringComparer.Ordinal), shared.Told(NoticeKind.NeedsPerson, to).SelectMany(i => i.Deliveries!).Select(d => d.Id).Order(StringComparer.Ordinal));
        }
    }

    private static Task AcknowledgeAsync(DispatchHost host, string id) => host.Ledger.RecordAsync<DeliveryBook>(
        DispatchHost.Stream, "test", _ => [new DeliveryAcknowledged(id, AcknowledgedHow.Link, Name: null)], CancellationToken.None);

    private static async Task FailAsync(DispatchHost.Shared shared, DispatchHost host, string[] ids, int times)
    {
        shared.Fail(AttemptOutcome.Transient, MailCodes.Deferred);
        for (var i = 0; i < times; i++)
        {
            host.Now += Duration.FromDays(1);
            foreach (var id in ids) Assert.Equal(AttemptOutcome.Transient, (await host.TryAsync(id)).Outcome);
        }
    }
}
