using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Deadlines;

/// <summary>What has not arrived when its due time is near is escalated, once, whatever day it is.</summary>
public sealed class EscalationTests
{
    private const string Register = """
        { "municipality": "Kommunen", "inUseFrom": "2022-01-01",
          "contacts": [
            { "id": "strateg", "name": "Strategen", "channel": { "type": "email", "address": "strateg@kommunen.example" } },
            { "id": "chef", "name": "Chefen", "channel": { "type": "email", "address": "chef@kommunen.example" } },
            { "id": "region", "name": "Regionen", "channel": { "type": "email", "address": "region@region.example" } } ],
          "agreements": [
            { "id": "avtal", "kind": "cooperation", "title": "Avtalet", "from": "2022-01-01", "to": "2023-12-31", "responsible": ["strateg"], "escalation": ["chef"],
              "obligations": [ { "id": "plan", "title": "Plan", "due": "--12-04", "planYear": "next", "recipients": ["region"] } ] } ] }
        """;

    private static readonly StreamId Stream = StreamId.OfAgreement("avtal", 2023);

    // 4 December 2022 is a Sunday.
    private static Paper Sunday() => new(Cases.Agreement(Cases.Day("2022-01-01"), Cases.Day("2023-12-31"), new AnnualDate(12, 4)), 2023);

    [Fact]
    public void A_draft_that_goes_on_the_day_is_escalated_at_noon_though_it_is_a_Sunday()
    {
        var paper = Sunday().Plan("2022-11-01 10:00", "plan.pdf").Sweep("2022-12-04 06:00");
        Assert.Equal(Paper.At("2022-12-04 12:00"), paper.NextAt(Paper.At("2022-12-04 06:00")));
        Assert.Empty(paper.Sweep("2022-12-04 11:59").Escalated());
        Assert.Equal(["2022-12-04 12:00 strateg"], paper.Sweep("2022-12-04 12:00").Sweep("2022-12-04 12:01").Escalated());
    }

    [Fact]
    public void The_second_failure_on_the_day_escalates_at_once_and_so_does_one_that_needs_a_person()
    {
        var twice = Sunday().Plan("2022-11-01 10:00", "plan.pdf").Sweep("2022-12-04 06:00").Fail("2022-12-04 06:01").Sweep("2022-12-04 06:01");
        Assert.DoesNotContain(twice.Events, e => e.Event is DeliveryEscalated);
        Assert.Equal(["2022-12-04 06:03 strateg"], twice.Fail("2022-12-04 06:03").Sweep("2022-12-04 06:03").Escalated());

        var person = Sunday().Plan("2022-11-01 10:00", "plan.pdf").Sweep("2022-12-04 06:00").Fail("2022-12-04 06:01", forGood: true).Sweep("2022-12-04 06:01");
        Assert.Single(person.Events, e => e.Event is DeliveryEscalated);
    }

    [Fact]
    public void An_adopted_version_that_was_owed_long_before_is_escalated_a_day_ahead_and_not_where_the_contact_has_it()
    {
        var paper = Sunday().Plan("2022-11-01 10:00", "plan.pdf", adopted: true);
        Assert.Equal(Paper.At("2022-12-04 00:00"), paper.NextAt(Paper.At("2022-11-01 10:00")));
        Assert.Single(paper.Sweep("2022-12-04 00:00").Events, e => e.Event is DeliveryEscalated);

        var handed = Sunday().Plan("2022-11-01 10:00", "plan.pdf", adopted: true).HandOver("2022-11-01 10:01").Sweep("2022-12-04 13:00");
        Assert.DoesNotContain(handed.Events, e => e.Event is DeliveryEscalated);
    }

    [Fact]
    public void What_is_only_written_to_file_nobody_has_and_it_is_escalated_like_the_rest()
    {
        var early = Sunday().Plan("2022-11-01 10:00", "plan.pdf", adopted: true).WriteToFile("2022-11-01 10:01");
        Assert.Equal(Paper.At("2022-12-04 00:00"), early.NextAt(Paper.At("2022-11-01 10:01")));
        Assert.Equal(["2022-12-04 00:00 strateg"], early.Sweep("2022-12-03 23:59").Sweep("2022-12-04 00:00").Sweep("2022-12-04 06:00").Escalated());

        var draft = Sunday().Plan("2022-11-01 10:00", "plan.pdf").Sweep("2022-12-04 06:00").WriteToFile("2022-12-04 06:01");
        Assert.Equal(["2022-12-04 06:02 strateg"], draft.Sweep("2022-12-04 06:02").Escalated());
    }

    [Fact]
    public void A_draft_that_comes_in_the_afternoon_gets_one_try_or_a_quarter_of_an_hour()
    {
        var paper = Sunday().Plan("2022-12-04 15:00", "plan.pdf").Sweep("2022-12-04 15:00");
        Assert.Equal(Paper.At("2022-12-04 15:15"), paper.NextAt(Paper.At("2022-12-04 15:00")));
        Assert.Single(paper.Fail("2022-12-04 15:01").Sweep("2022-12-04 15:01").Events, e => e.Event is DeliveryEscalated);
    }

    [Fact]
    public void A_host_that_was_down_over_the_day_escalates_when_it_is_back_and_what_becomes_owed_after_the_day_never_is()
    {
        var paper = Sunday().Plan("2022-11-01 10:00", "plan.pdf", adopted: true).Sweep("2022-12-09 08:00");
        Assert.Single(paper.Events, e => e.Event is DeliveryEscalated);
        var late = Sunday().Plan("2022-12-05 09:00", "plan.pdf").Sweep("2022-12-05 09:00").Fail("2022-12-05 09:01").Fail("2022-12-05 09:03").Sweep("2022-12-08 09:00");
        Assert.DoesNotContain(late.Events, e => e.Event is DeliveryEscalated);
    }

    [Fact]
    public void A_draft_that_waits_gives_way_to_the_adopted_version_which_the_due_day_then_binds()
    {
        var paper = Sunday().Plan("2022-11-01 10:00", "plan.pdf").Sweep("2022-12-04 06:00").Fail("2022-12-04 06:01");
        paper.Plan("2022-12-04 09:00", "antagen.pdf", adopted: true);
        Assert.Equal([DeliveryState.Replaced, DeliveryState.Owed], paper.Year.Deliveries.All.OrderBy(d => d.OwedAtVersion).Select(d => d.State));
        Assert.Equal(DeliveryVersion.Adopted, paper.Year.Deliveries.Find(paper.Sweep("2022-12-04 12:00").Events.Select(e => e.Event).OfType<DeliveryEscalated>().Single().Id)!.Version);
    }

    [Fact]
    public void A_try_that_is_under_way_is_left_to_finish()
    {
        var paper = Sunday().Plan("2022-11-01 10:00", "plan.pdf").Sweep("2022-12-04 06:00").Claim("2022-12-04 08:59");
        paper.Plan("2022-12-04 09:00", "antagen.pdf", adopted: true);
        Assert.Contains(paper.Year.Deliveries.All, d => d.State is DeliveryState.Claimed);
        Assert.DoesNotContain(paper.Year.Deliveries.All, d => d.State is DeliveryState.Replaced);
    }

    [Fact]
    public async Task The_message_goes_once_to_each_with_a_letter_to_print_and_the_documents_whatever_step_a_host_dies_at()
    {
        using (var whole = new SweepHost(await OwedAsync(), Paper.At("2022-12-04 12:00")))
        {
            await whole.SweepAsync();
            Assert.True(whole.Store.Calls > 10);
            for (var step = 0; step < whole.Store.Calls; step++)
            {
                var shared = await OwedAsync();
                using var first = new SweepHost(shared, Paper.At("2022-12-04 12:00"), call => call >= step ? throw new IOException("dead") : Task.CompletedTask);
                await Record.ExceptionAsync(first.SweepAsync);
                await ExpectOnceAsync(shared, step);
            }
        }
    }

    [Fact]
    public async Task Two_hosts_escalate_once()
    {
        using var whole = new SweepHost(await OwedAsync(), Paper.At("2022-12-04 12:00"));
        await whole.SweepAsync();
        for (var step = 0; step < whole.Store.Calls; step++)
        {
            var shared = await OwedAsync();
            using var second = new SweepHost(shared, Paper.At("2022-12-04 12:00"));
            using var first = new SweepHost(shared, Paper.At("2022-12-04 12:00"), call => call == step ? second.SweepAsync() : Task.CompletedTask);
            await first.SweepAsync();
            await ExpectOnceAsync(shared, step);
        }
    }

    [Theory]
    [InlineData(AttemptOutcome.Permanent)]
    [InlineData(AttemptOutcome.Transient)]
    public async Task The_message_promises_tries_only_where_there_will_be_any(AttemptOutcome outcome)
    {
        var shared = await OwedAsync();
        using var host = new SweepHost(shared, Paper.At("2022-12-04 06:01"));
        var id = (await host.Ledger.LoadAsync<DeliveryBook>(Stream, default)).All.Single().Id;
        Instant? next = outcome is AttemptOutcome.Transient ? host.Now + Duration.FromMinutes(1) : null;
        await host.Ledger.RecordAsync<AgreementYear>(
            Stream, "test", _ => [new DeliveryClaimed(id, 1, host.Now), new AttemptEnded(id, 1, outcome, "smtp.deferred", null, null, next)], default);
        await host.SweepAsync("2022-12-04 12:00");

        var register = await host.Registers.CurrentAsync(default);
        var notice = (await host.Ledger.LoadAsync<DeliveryBook>(StreamId.Notices(2022), default)).All.First(d => d.Items is [{ Kind: NoticeKind.Escalated }]);
        var text = new LetterWriter(new LetterOptions()).Write(notice, register.Contacts[0], register).Text;
        Assert.Equal(next is not null, text.Contains("fortsätter att försöka", StringComparison.Ordinal));
        Assert.Equal(next is not null, text.Contains("över av sig självt", StringComparison.Ordinal));
        Assert.Equal(next is null, text.Contains("försöker inte igen", StringComparison.Ordinal));
    }

    private static async Task ExpectOnceAsync(SweepHost.Shared shared, int step)
    {
        using var next = new SweepHost(shared, Paper.At("2022-12-04 12:01"));
        await next.SweepAsync();
        await next.SweepAsync();
        Assert.True(shared.Events.OfType<DeliveryEscalated>().Count() == 1, $"step {step}");
        var told = shared.Events.OfType<NoticeOwed>().SelectMany(n => n.Items.Where(i => i.Kind is NoticeKind.Escalated).Select(i => (n.Contact.Value, i))).ToArray();
        Assert.Equal(["chef", "strateg"], told.Select(t => t.Value).Order(StringComparer.Ordinal));
        Assert.All(told, t => Assert.Equal([DocumentRef.LetterPart, "plan"], t.i.Documents!.Select(d => d.Part)));
    }

    private static async Task<SweepHost.Shared> OwedAsync()
    {
        var shared = new SweepHost.Shared();
        using var host = new SweepHost(shared, Paper.At("2022-11-01 10:00"));
        await host.ImportAsync(Register);
        using var content = new MemoryStream([1, 2, 3]);
        var document = (await shared.Archive.PutAsync(content, 10, CancellationToken.None))!;
        var personal = new PersonalValues();
        var received = new PlanReceived(
            ObligationId.Parse("plan"), new DocumentRef(document.Hash, personal.Commit("plan.pdf"), "plan", document.Size), null, [])
        { Personal = personal };
        await host.Ledger.RecordAsync<AgreementYear>(Stream, "test", _ => [received], CancellationToken.None);
        await host.SweepAsync("2022-12-04 06:00");
        return shared;
    }
}
