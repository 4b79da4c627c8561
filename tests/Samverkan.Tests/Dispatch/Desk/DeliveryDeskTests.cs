using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Desk;
using Samverkan.Dispatch.Receipts;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch.Desk;

/// <summary>A person takes deliveries in hand: which tool fits which state, twice at once, and crashes at any step.</summary>
public sealed class DeliveryDeskTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 11, 0);

    [Theory]
    [InlineData(DeliveryState.Owed, false, true, true)]
    [InlineData(DeliveryState.Claimed, false, false, true)]
    [InlineData(DeliveryState.Waiting, false, true, true)]
    [InlineData(DeliveryState.HandedOver, true, false, true)]
    [InlineData(DeliveryState.Bounced, true, true, true)]
    [InlineData(DeliveryState.Acknowledged, true, false, false)]
    [InlineData(DeliveryState.WrittenToFile, true, true, true)]
    [InlineData(DeliveryState.NeedsPerson, true, true, true)]
    [InlineData(DeliveryState.Cancelled, false, false, false)]
    [InlineData(DeliveryState.Replaced, false, false, true)]
    public async Task Each_tool_is_open_in_the_states_that_it_fits_and_says_why_in_the_others(DeliveryState state, bool resend, bool cancel, bool acknowledge)
    {
        foreach (var (tool, open) in new (Func<DeliveryDesk, string, Task<DeskResult>>, bool)[]
        {
            (async (desk, id) => (await desk.ResendAsync(id, null, "Anna", default)).Result, resend),
            ((desk, id) => desk.CancelAsync(id, "Skäl", "Anna", default), cancel),
            ((desk, id) => desk.AcknowledgeAsync(id, "Skäl", "Anna", default), acknowledge),
        })
        {
            var (shared, id) = await InAsync(state);
            using var host = new DispatchHost(shared, Noon);
            Assert.Equal(state, (await host.FindAsync(id)).State);
            Assert.Equal(new DeliveryTools(resend, cancel, acknowledge), await Desk(host, shared).ToolsAsync(id, default));
            var events = shared.Events.Count();

            var result = await tool(Desk(host, shared), id);

            Assert.Equal(open, result.IsRecorded);
            Assert.Equal(open ? events + 1 : events, shared.Events.Count());
            if (!open) Assert.Matches("^[A-ZÅÄÖ].{20,}\\.$", result.Message);
        }
    }

    [Fact]
    public async Task A_delivery_that_is_sent_again_is_a_new_one_and_the_two_point_at_each_other()
    {
        var (shared, id) = await InAsync(DeliveryState.NeedsPerson);
        using var host = new DispatchHost(shared, Noon);
        var first = await Desk(host, shared).ResendAsync(id, "Rättad\r\nadress", "Anna", default);
        var twice = await Desk(host, shared).ResendAsync(id, null, "Bo", default);

        Assert.Equal(("resend.already", first.As), (twice.Result.Code, twice.As));
        var (old, again) = (await host.FindAsync(id), await host.FindAsync(first.As!));
        Assert.Equal((DeliveryState.Replaced, again.Id, again.Id, 1), (old.State, old.ResentAs, old.ReplacedBy, old.Attempts.Count));
        Assert.Equal((DeliveryState.Owed, old.Id, 1, "Anna", "Rättad adress"), (again.State, again.ResendOf, again.Resend, again.Resent!.By, again.Resent.Reason));
        Assert.Equal(DeliveryId.Of(DispatchHost.Stream, old.SetHash, "lan", old.Version, 1), again.Id);
        Assert.Equal(old.Documents, again.Documents);
        Assert.DoesNotContain("Anna", shared.Store.All.Select(e => e.By));

        shared.Work();
        await host.TryAsync(again.Id);
        var third = await host.FindAsync((await Desk(host, shared).ResendAsync(again.Id, null, "cli:anna", default)).As!);
        Assert.Equal((2, again.Id, "cli:anna"), (third.Resend, third.ResendOf, third.Resent!.By));
        Assert.Equal(DeliveryState.HandedOver, (await host.FindAsync(again.Id)).State);
    }

    [Fact]
    public async Task Whatever_step_a_host_dies_at_or_however_many_click_there_is_one_resend()
    {
        for (var step = 0; step < 12; step++)
        {
            var (shared, id) = await InAsync(DeliveryState.NeedsPerson);
            using var dying = new DispatchHost(shared, Noon, call => call >= step ? throw new IOException("dead") : Task.CompletedTask);
            await Record.ExceptionAsync(() => Desk(dying, shared).ResendAsync(id, null, "Anna", default));
            DispatchHost[] hosts = [.. Enumerable.Range(0, 4).Select(_ => new DispatchHost(shared, Noon))];
            await Task.WhenAll(hosts.Select(host => Desk(host, shared).ResendAsync(id, null, "Anna", default)));
            Assert.Single(shared.Events.OfType<DeliveryResent>());
            foreach (var host in hosts) host.Dispose();
        }
    }

    [Fact]
    public async Task What_is_missing_in_the_archive_is_not_sent_again_and_nobody_is_asked_twice()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var host = new DispatchHost(shared, Noon);
        shared.Fail(AttemptOutcome.Permanent, MailCodes.DocumentMissing);
        await host.TryAsync(ids[0]);

        Assert.Equal("resend.document-missing", (await Desk(host, shared).ResendAsync(ids[0], null, "Anna", default)).Result.Code);
        Assert.Equal("delivery.unknown", (await Desk(host, shared).ResendAsync("x", null, "Anna", default)).Result.Code);
        Assert.Equal("reason.missing", (await Desk(host, shared).CancelAsync(ids[0], " \r\n", "Anna", default)).Code);
        Assert.Equal("reason.too-long", (await Desk(host, shared).CancelAsync(ids[0], new string('x', 2001), "Anna", default)).Code);
        Assert.Equal(DeliveryState.NeedsPerson, (await host.FindAsync(ids[0])).State);
    }

    [Fact]
    public async Task An_occurrence_is_fulfilled_by_the_resend_or_by_hand_and_not_by_what_is_cancelled()
    {
        foreach (var by in (string[])["resend", "hand", "cancel"])
        {
            var (shared, id) = await InAsync(DeliveryState.NeedsPerson, DeliveryVersion.Adopted);
            using var host = new DispatchHost(shared, Noon);
            shared.Work();
            if (by == "resend") await host.TryAsync((await Desk(host, shared).ResendAsync(id, null, "Anna", default)).As!);
            if (by == "hand") await Desk(host, shared).AcknowledgeAsync(id, "Lämnat på papper", "Anna", default);
            if (by == "cancel") await Desk(host, shared).CancelAsync(id, "Länet ska inte ha den", "Anna", default);
            Assert.Equal(by == "cancel" ? 0 : 1, shared.Events.OfType<OccurrenceFulfilled>().Count());
        }
    }

    [Fact]
    public async Task Who_acknowledged_or_cancelled_and_why_stands_on_the_delivery()
    {
        var (shared, id) = await InAsync(DeliveryState.NeedsPerson);
        using var host = new DispatchHost(shared, Noon);
        await Desk(host, shared).AcknowledgeAsync(id, "Lämnat på papper", "Anna", default);
        Assert.Equal(new Receipt(Noon, AcknowledgedHow.Person, null) { By = "Anna", Reason = "Lämnat på papper" }, (await host.FindAsync(id)).Receipt);

        var (other, cancelled) = await InAsync(DeliveryState.Waiting);
        using var second = new DispatchHost(other, Noon);
        await Desk(second, other).CancelAsync(cancelled, "Fel mottagare", "Anna", default);
        Assert.Equal(new Intervention(Noon, "Anna", "Fel mottagare"), (await second.FindAsync(cancelled)).Cancelled);
        Assert.Equal(DispatchResult.Nothing, await second.TryAsync(cancelled, Noon + Duration.FromDays(1)));
    }

    [Fact]
    public async Task A_dead_hosts_delivery_is_cancelled_when_its_lease_has_ended_and_a_late_end_is_noted()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan");
        using var slow = new DispatchHost(shared, Noon);
        using var host = new DispatchHost(shared, Noon + new DispatchOptions().Lease);
        DeskResult? early = null, late = null;
        shared.Answer = async (_, _, _) =>
        {
            early = await Desk(slow, shared).CancelAsync(ids[0], "Skäl", "Anna", default);
            late = await Desk(host, shared).CancelAsync(ids[0], "Skäl", "Anna", default);
            return new ChannelResult(AttemptOutcome.HandedOver, "ok", null);
        };
        await slow.TryAsync(ids[0]);

        Assert.Equal(("cancel.under-way", true), (early!.Value.Code, late!.Value.IsRecorded));
        var delivery = await host.FindAsync(ids[0]);
        Assert.Equal((DeliveryState.Cancelled, AttemptOutcome.HandedOver, true), (delivery.State, Assert.Single(delivery.Attempts).Outcome, delivery.HandedOverAt is not null));
        Assert.Empty(shared.Events.OfType<OccurrenceFulfilled>());
    }

    [Fact]
    public async Task All_of_a_contact_are_taken_in_hand_at_once_and_a_crash_is_finished_by_asking_again()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 5);
        using var host = new DispatchHost(shared, Noon);
        shared.Fail(AttemptOutcome.Permanent, MailCodes.RecipientRefused);
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            if (i > 0) await ArchiveAsync(shared, $"set {i}");
            await host.TryAsync(id);
        }

        using var dying = new DispatchHost(shared, Noon, call => call >= 14 ? throw new IOException("dead") : Task.CompletedTask);
        await Assert.ThrowsAsync<IOException>(() => Bulk(dying, shared).ResendAsync(ContactId.Parse("lan"), "Rättad", "Anna", default));
        var before = shared.Events.OfType<DeliveryResent>().Count();
        var rest = await Bulk(host, shared).ResendAsync(ContactId.Parse("lan"), "Rättad", "Anna", default);

        Assert.Equal((4 - before, "resend.document-missing"), (rest.Done, Assert.Single(rest.Refused).Why.Code));
        Assert.Equal(4, shared.Events.OfType<DeliveryResent>().Count());
        Assert.Equal(1, (await Bulk(host, shared).CancelAsync(ContactId.Parse("lan"), "Skäl", "Anna", default)).Done);
        Assert.Equal(0, (await Bulk(host, shared).AcknowledgeAsync(ContactId.Parse("lan"), "Skäl", "Anna", default)).Done);
    }

    [Fact]
    public async Task All_that_one_failure_stopped_are_sent_again_whoever_they_are_to_and_nothing_else_is()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 2);
        using var host = new DispatchHost(shared, Noon);
        var (other, gone) = (await host.OweAsync("set 2", "region"), await host.OweAsync("set 3", "strateg"));
        var notice = await NoticeAsync(host);
        for (var i = 0; i < 4; i++) await ArchiveAsync(shared, $"set {i}");
        shared.Fail(AttemptOutcome.Permanent, MailCodes.TokenRefused);
        foreach (var id in (string[])[ids[0], other, other, notice]) await host.TryAsync(id);
        shared.Fail(AttemptOutcome.Permanent, MailCodes.RecipientRefused);
        await host.TryAsync(gone);

        var result = await Bulk(host, shared).ResendAsync(MailCodes.TokenRefused, "Ny hemlighet", "Anna", default);

        Assert.Equal((3, 0), (result.Done, result.Refused.Count));
        Assert.Equal(new[] { ids[0], other, notice }.Order(StringComparer.Ordinal), shared.Events.OfType<DeliveryResent>().Select(r => r.Of).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await Bulk(host, shared).ResendAsync(MailCodes.TokenRefused, null, "Anna", default)).Done);
    }

    [Fact]
    public async Task A_draft_that_the_adopted_version_has_followed_is_not_sent_again()
    {
        var (shared, id) = await InAsync(DeliveryState.HandedOver, DeliveryVersion.Draft);
        using var host = new DispatchHost(shared, Noon);
        var adopted = await host.OweAsync("adopted", "lan", DeliveryVersion.Adopted);
        var result = (await Desk(host, shared).ResendAsync(id, null, "Anna", default)).Result;
        Assert.Equal("resend.superseded", result.Code);
        Assert.Contains(adopted, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_contact_holds_until_a_register_says_another_address_than_the_wrong_one()
    {
        var (shared, id) = await InAsync(DeliveryState.NeedsPerson);
        using var host = new DispatchHost(shared, Noon);
        var contacts = new ContactDesk(host.Ledger, host.Registers);
        Assert.Equal("contact.unknown", (await contacts.CorrectAsync("finns-inte", ChannelType.Email, "a@b.example", "Anna", default)).Code);
        Assert.Equal("contact.invalid-address", (await contacts.CorrectAsync("lan", ChannelType.Email, "a\r\nb", "Anna", default)).Code);
        Assert.Equal(ContactDesk.Unchanged, (await contacts.CorrectAsync("lan", ChannelType.Folder, "lan", "Anna", default)).Code);

        Assert.True((await contacts.CorrectAsync("lan", ChannelType.Email, "fel@lan.example", "Anna", default)).IsRecorded);
        Assert.True((await contacts.CorrectAsync("lan", ChannelType.Email, " lan@lan.example ", "Anna", default)).IsRecorded);
        shared.Work();
        await host.TryAsync((await Desk(host, shared).ResendAsync(id, null, "Anna", default)).As!);
        Assert.Equal((ChannelType.Email, "lan@lan.example"), (shared.Sent[^1].Type, shared.Sent[^1].Address));
        Assert.DoesNotContain("lan@lan.example", string.Concat(shared.Store.All.Select(e => e.Data)), StringComparison.Ordinal);

        await ImportAsync(host, "\"municipality\": \"Kommunen\"", "\"municipality\": \"Sjöberga\"");
        Assert.Equal("lan@lan.example", await AddressAsync(host));
        await ImportAsync(host, "\"address\": \"lan\"", "\"address\": \"lan-ny\"");
        Assert.Equal("lan-ny", await AddressAsync(host));
    }

    private static async Task<string> AddressAsync(DispatchHost host) =>
        (await host.Registers.CurrentAsync(default)).FindContact(ContactId.Parse("lan"))!.Channel.Address;

    private static async Task ImportAsync(DispatchHost host, string old, string changed)
    {
        var (errors, isChanged) = await host.Registers.ImportAsync(Encoding.UTF8.GetBytes(DispatchHost.Register.Replace(old, changed, StringComparison.Ordinal)), default);
        Assert.Empty(errors);
        Assert.True(isChanged);
    }

    private static async Task<(DispatchHost.Shared Shared, string Id)> InAsync(DeliveryState state, DeliveryVersion version = DeliveryVersion.Decision)
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", version: version);
        await ArchiveAsync(shared, "set 0");
        using var host = new DispatchHost(shared, Noon);
        var (id, desk) = (ids[0], Desk(host, shared));
        if (state is DeliveryState.Waiting) shared.Fail(AttemptOutcome.Transient, MailCodes.Deferred);
        if (state is DeliveryState.NeedsPerson or DeliveryState.Replaced) shared.Fail(AttemptOutcome.Permanent, MailCodes.RecipientRefused);
        if (state is DeliveryState.WrittenToFile) shared.Fail(AttemptOutcome.WrittenToFile, MailCodes.WrittenToFile);
        if (state is DeliveryState.Claimed)
            await host.Ledger.RecordAsync<DeliveryBook>(DispatchHost.Stream, "host:a", _ => [new DeliveryClaimed(id, 1, Noon + Duration.FromMinutes(5))], default);
        else if (state is not (DeliveryState.Owed or DeliveryState.Cancelled)) await host.TryAsync(id);
        if (state is DeliveryState.Bounced)
            await host.Ledger.RecordAsync<DeliveryBook>(DispatchHost.Stream, "host:a", _ => [new DeliveryBounced(id, 1, MailCodes.Bounced, null)], default);
        if (state is DeliveryState.Acknowledged) await desk.AcknowledgeAsync(id, "Skäl", "Anna", default);
        if (state is DeliveryState.Cancelled) await desk.CancelAsync(id, "Skäl", "Anna", default);
        if (state is DeliveryState.Replaced) await desk.ResendAsync(id, null, "Anna", default);
        return (shared, id);
    }

    private static async Task ArchiveAsync(DispatchHost.Shared shared, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await shared.Archive.PutAsync(content, 1000, default);
    }

    private static async Task<string> NoticeAsync(DispatchHost host)
    {
        await new NoticeDesk(host.Ledger, host, host.Instrumentation).TellAsync([(ContactId.Parse("strateg"), new NoticeItem("x", NoticeKind.Reminder))], default);
        return (await host.Ledger.LoadAsync<DeliveryBook>(Samverkan.Ledger.StreamId.Notices(2026), default)).All.Single().Id;
    }

    private static DeliveryDesk Desk(DispatchHost host, DispatchHost.Shared shared) =>
        new(host.Ledger, host.Registers, shared.Archive, new DispatchOptions(), new DeadlineOptions(), host);

    private static BulkDesk Bulk(DispatchHost host, DispatchHost.Shared shared) => new(shared.Log, Desk(host, shared));
}
