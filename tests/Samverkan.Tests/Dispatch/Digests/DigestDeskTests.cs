using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Digests;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Tests.Deadlines;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch.Digests;

/// <summary>The morning's list: at 08:00 of working days, once, and only of what had waited since then.</summary>
public sealed class DigestDeskTests
{
    // A Wednesday; the plan is due on Sunday 6 December.
    private static readonly Instant Wednesday = Paper.At("2026-12-02 10:00");

    [Fact]
    public async Task It_goes_at_8_of_working_days_and_once_a_day()
    {
        var (shared, _) = await StoppedAsync();
        using var host = new DispatchHost(shared, Wednesday);
        var desk = Desk(host);
        foreach (var (at, told) in ((string, int)[])
            [
                ("2026-12-03 07:59", 0), ("2026-12-03 08:00", 1), ("2026-12-03 08:01", 1), ("2026-12-03 23:59", 1),
                ("2026-12-04 00:00", 1), ("2026-12-04 08:20", 2), ("2026-12-05 08:00", 2), ("2026-12-06 09:00", 2),
                ("2026-12-07 08:00", 3), ("2026-12-24 08:00", 3), ("2026-12-25 12:00", 3), ("2026-12-28 08:00", 4),
            ])
        {
            host.Now = Paper.At(at);
            await desk.TellAsync(default);
            Assert.Equal(told, shared.Told(NoticeKind.Digest).Count());
        }
    }

    [Fact]
    public async Task A_host_that_was_off_at_8_sends_it_when_it_is_back_with_what_had_waited_since_8()
    {
        var (shared, ids) = await StoppedAsync();
        using var host = new DispatchHost(shared, Paper.At("2026-12-03 10:00"));
        await host.TryAsync(ids[1]);
        await TellAsync(host, "2026-12-03 14:00");
        Assert.Equal([ids[0]], Lines(shared, DigestPart.NeedsPerson).Select(l => l.Reference));

        await TellAsync(host, "2026-12-04 08:00");
        Assert.Equal([ids[0], ids[0], ids[1]], Lines(shared, DigestPart.NeedsPerson).Select(l => l.Reference));
    }

    [Fact]
    public async Task Nothing_to_tell_makes_no_message_and_what_comes_after_8_waits_for_the_next_morning()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Wednesday, "lan");
        shared.Fail(AttemptOutcome.Permanent, "folder.failed");
        using var host = new DispatchHost(shared, Wednesday);
        await TellAsync(host, "2026-12-03 08:00");
        Assert.Empty(shared.Told(NoticeKind.Digest));

        await host.TryAsync(ids[0], Paper.At("2026-12-03 09:00"));
        await TellAsync(host, "2026-12-03 15:00");
        Assert.Empty(shared.Told(NoticeKind.Digest));
        await TellAsync(host, "2026-12-04 08:00");
        Assert.Single(shared.Told(NoticeKind.Digest));
    }

    [Fact]
    public async Task Nobody_named_is_told_nothing()
    {
        var (shared, _) = await StoppedAsync();
        using var host = new DispatchHost(shared, Paper.At("2026-12-03 08:00"));
        await Desk(host, []).TellAsync(default);
        Assert.Empty(shared.Events.OfType<NoticeOwed>());
    }

    [Fact]
    public async Task Hosts_that_come_to_it_at_once_tell_each_person_once()
    {
        var (shared, _) = await StoppedAsync();
        var at = Paper.At("2026-12-03 08:00");
        DispatchHost[] hosts = [.. Enumerable.Range(0, 4).Select(_ => new DispatchHost(shared, at))];
        await Task.WhenAll(hosts.Select(host => Task.Run(() => Desk(host, ["strateg", "chef", "strateg"]).TellAsync(default))));
        Assert.Single(shared.Told(NoticeKind.Digest));
        Assert.Single(shared.Told(NoticeKind.Digest, "chef"));
        foreach (var host in hosts) host.Dispose();
    }

    [Fact]
    public async Task A_host_that_dies_at_any_step_leaves_the_rest_to_the_next_and_nobody_is_told_twice()
    {
        var at = Paper.At("2026-12-03 08:00");
        var died = true;
        for (var step = 0; died; step++)
        {
            var (shared, _) = await StoppedAsync();
            using (var dying = new DispatchHost(shared, at, call => call == step ? throw new IOException("The host is gone.") : Task.CompletedTask))
                died = await Record.ExceptionAsync(() => Desk(dying, ["strateg", "chef"]).TellAsync(default)) is IOException;
            using var next = new DispatchHost(shared, at + Duration.FromMinutes(1));
            await Desk(next, ["strateg", "chef"]).TellAsync(default);
            Assert.Single(shared.Told(NoticeKind.Digest));
            Assert.Single(shared.Told(NoticeKind.Digest, "chef"));
            Assert.True(step < 100);
        }
    }

    [Fact]
    public async Task It_tells_of_what_stopped_came_back_fails_near_its_day_lies_aside_and_is_overdue()
    {
        var (shared, ids) = await StoppedAsync();
        using var host = new DispatchHost(shared, Wednesday);
        await host.Ledger.RecordAsync<DeliveryBook>(DispatchHost.Stream, "test", _ => [new DeliveryBounced(ids[0], 1, "mail.bounced", null)], default);
        await host.TryAsync(ids[1]);
        shared.Fail(AttemptOutcome.Transient, "folder.full");
        var draft = await host.OweAsync("utkast", "lan", DeliveryVersion.Draft);
        await host.TryAsync(draft);
        await QuarantineAsync(host);

        await TellAsync(host, "2026-12-03 08:00");
        await TellAsync(host, "2026-12-07 08:00");

        var digests = shared.Told(NoticeKind.Digest).Select(item => item.Digest!).ToArray();
        Assert.Equal([DigestPart.NeedsPerson, DigestPart.Bounced, DigestPart.Failing, DigestPart.Quarantined], digests[0].Sections.Select(s => s.Part));
        Assert.Equal([ids[1], ids[0], draft, "0123456789abcdef"], digests[0].Sections.Select(s => Assert.Single(s.Lines).Reference));
        var overdue = digests[1].Sections[^1];
        Assert.Equal((DigestPart.Overdue, "avtal/2027", "Plan 2027"), (overdue.Part, overdue.Lines[0].Reference, overdue.Lines[0].Title));
    }

    [Fact]
    public async Task A_failing_delivery_whose_day_is_more_than_a_week_off_is_left_to_its_tries()
    {
        var early = Paper.At("2026-11-25 10:00");
        var (shared, ids) = await DispatchHost.OwedAsync(early, "lan", version: DeliveryVersion.Draft);
        shared.Fail(AttemptOutcome.Transient, "folder.full");
        using var host = new DispatchHost(shared, early);
        await host.TryAsync(ids[0]);
        await host.TryAsync(ids[0], Paper.At("2026-11-27 07:00"));
        await TellAsync(host, "2026-11-27 08:00");
        Assert.Empty(shared.Told(NoticeKind.Digest));
        await host.TryAsync(ids[0], Paper.At("2026-11-30 07:00"));
        await TellAsync(host, "2026-11-30 08:00");
        Assert.Equal(DigestPart.Failing, Assert.Single(Assert.Single(shared.Told(NoticeKind.Digest)).Digest!.Sections).Part);
    }

    [Fact]
    public async Task What_has_waited_untried_for_more_than_a_day_is_told_of_once_and_with_its_day()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Paper.At("2026-12-01 08:01"), "lan", version: DeliveryVersion.Draft);
        shared.Fail(AttemptOutcome.Transient, "folder.full");
        using var host = new DispatchHost(shared, Paper.At("2026-12-01 08:01"));
        await TellAsync(host, "2026-12-02 08:00");
        Assert.Empty(shared.Told(NoticeKind.Digest));

        await TellAsync(host, "2026-12-03 08:00");
        var line = Assert.Single(Lines(shared, DigestPart.Untried));
        Assert.Equal((ids[0], Paper.At("2026-12-01 08:01"), new LocalDate(2026, 12, 6)), (line.Reference, line.Since, line.Due));

        // Tried once, and then put back for a day, it has waited untried again, and is not among those that fail as well.
        await host.TryAsync(ids[0], Paper.At("2026-12-03 08:10"));
        await TellAsync(host, "2026-12-04 08:00");
        await TellAsync(host, "2026-12-07 08:00");
        var digests = shared.Told(NoticeKind.Digest).Select(item => item.Digest!).ToArray();
        Assert.Equal([DigestPart.Failing], digests[1].Sections.Select(s => s.Part));
        Assert.Equal([DigestPart.Untried, DigestPart.Overdue], digests[2].Sections.Select(s => s.Part));
    }

    [Fact]
    public async Task Many_are_counted_and_the_oldest_are_told_of()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Wednesday, "lan", count: DigestSection.MostLines + 5);
        shared.Fail(AttemptOutcome.Permanent, "folder.failed");
        using var host = new DispatchHost(shared, Wednesday);
        for (var i = 0; i < ids.Length; i++) await host.TryAsync(ids[i], Wednesday + Duration.FromMinutes(i));
        await TellAsync(host, "2026-12-03 08:00");
        var section = Assert.Single(Assert.Single(shared.Told(NoticeKind.Digest)).Digest!.Sections);
        Assert.Equal(ids.Length, section.Count);
        Assert.Equal(ids.Take(DigestSection.MostLines), section.Lines.Select(l => l.Reference));
    }

    [Fact]
    public async Task Names_and_reasons_lie_beside_the_event_and_are_revealed_in_the_letter()
    {
        var (shared, _) = await StoppedAsync();
        using var host = new DispatchHost(shared, Wednesday);
        await QuarantineAsync(host);
        await TellAsync(host, "2026-12-03 08:00");
        var stored = shared.Store.All.Single(e => e.Type == "notice-owed");
        Assert.DoesNotContain("Anna", stored.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("Länet", stored.Data, StringComparison.Ordinal);
        Assert.Contains("Anna Andersson.pdf", stored.Personal, StringComparison.Ordinal);

        var notice = (await host.Ledger.LoadAsync<DeliveryBook>(StreamId.Notices(2026), default)).All.Single();
        var letter = new Samverkan.Dispatch.Letters.LetterWriter(new()).Write(notice, (await host.Registers.CurrentAsync(default)).Contacts[0], await host.Registers.CurrentAsync(default));
        Assert.Contains("Fil: Anna Andersson.pdf", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Till: Länet", letter.Text, StringComparison.Ordinal);
    }

    // The first of two deliveries has stopped since Wednesday at 10.
    private static async Task<(DispatchHost.Shared Shared, string[] Ids)> StoppedAsync()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Wednesday, "lan", count: 2);
        shared.Fail(AttemptOutcome.Permanent, "folder.failed");
        using var host = new DispatchHost(shared, Wednesday);
        await host.TryAsync(ids[0]);
        Assert.Equal(DeliveryState.NeedsPerson, (await host.FindAsync(ids[0])).State);
        return (shared, ids);
    }

    private static Task QuarantineAsync(DispatchHost host)
    {
        var personal = new PersonalValues();
        var file = new FileQuarantined("0123456789abcdef", personal.Commit("Anna Andersson.pdf"), 10, "inbox.unknown", personal.Commit("Filen gick inte att placera."), []) { Personal = personal };
        return host.Ledger.RecordAsync<InboxHistory>(StreamId.Inbox, "test", _ => [file], default);
    }

    private static DigestDesk Desk(DispatchHost host, IReadOnlyList<string>? to = null) => new(
        new DigestReader(host.Log, host.Ledger), host.Registers, new NoticeDesk(host.Ledger, host, host.Instrumentation), new DispatchOptions { DigestTo = to ?? ["strateg"] }, host);

    private static Task TellAsync(DispatchHost host, string at)
    {
        host.Now = Paper.At(at);
        return Desk(host).TellAsync(default);
    }

    private static IEnumerable<DigestLine> Lines(DispatchHost.Shared shared, DigestPart part) =>
        shared.Told(NoticeKind.Digest).SelectMany(item => item.Digest!.Sections).Where(s => s.Part == part).SelectMany(s => s.Lines);
}
