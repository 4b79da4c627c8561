using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Desk;
using Samverkan.Dispatch.Letters;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch.Desk;

/// <summary>A message to the municipality's own people that did not arrive is sent again, whole, by a person.</summary>
public sealed class NoticeResendTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 12, 5, 11, 0);
    private static readonly ContactId Strategist = ContactId.Parse("strateg");

    [Theory]
    [InlineData(AttemptOutcome.Permanent, DeliveryState.NeedsPerson)]
    [InlineData(AttemptOutcome.WrittenToFile, DeliveryState.WrittenToFile)]
    public async Task An_escalation_that_did_not_arrive_is_sent_again_with_its_package(AttemptOutcome outcome, DeliveryState state)
    {
        var (shared, id) = await LostAsync(outcome);
        using var host = new DispatchHost(shared, Noon + Duration.FromDays(1));
        var lost = await host.FindAsync(id);
        Assert.Equal(state, lost.State);
        var sent = await Desk(host, shared).ResendAsync(id, "Rättad adress", "Anna", default);

        Assert.True(sent.Result.IsRecorded, sent.Result.Message);
        var again = await host.FindAsync(sent.As!);
        Assert.Equal((DeliveryState.Replaced, again.Id), ((await host.FindAsync(id)).State, (await host.FindAsync(id)).ResentAs));
        Assert.Equal((DeliveryState.Owed, DeliveryVersion.Notice, 1, id), (again.State, again.Version, again.Resend, again.ResendOf));
        Assert.Equal(lost.Documents, again.Documents);
        Assert.Equal(lost.Items.Select(i => (i.Key, i.Kind, i.DetailText)), again.Items.Select(i => (i.Key, i.Kind, i.DetailText)));
        Assert.DoesNotContain("Anna Andersson", string.Concat(shared.Store.All.Select(e => e.Data)), StringComparison.Ordinal);
        shared.Work();
        await host.TryAsync(again.Id);
        Assert.Equal((again.Id, "strateg@kommunen.example"), (shared.Sent[^1].Id, shared.Sent[^1].Address));
    }

    [Fact]
    public async Task The_days_that_are_left_are_counted_anew_and_the_letter_says_that_it_is_sent_again()
    {
        var (shared, id) = await LostAsync(AttemptOutcome.Permanent);
        using var host = new DispatchHost(shared, Noon + Duration.FromDays(1));
        var again = await host.FindAsync((await Desk(host, shared).ResendAsync(id, null, "Anna", default)).As!);
        var register = await host.Registers.CurrentAsync(default);
        var letter = new LetterWriter(new LetterOptions()).Write(again, register.Contacts[0], register);
        Assert.Contains("6 december 2026 (i dag)", letter.Text, StringComparison.Ordinal);
        Assert.Contains("skickas igen", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_messages_to_one_person_are_two_when_they_are_sent_again_with_a_corrected_address()
    {
        var (shared, id) = await LostAsync(AttemptOutcome.Permanent);
        using var host = new DispatchHost(shared, Noon);
        await OweAsync(host, new NoticeItem("anchor/2026-12-05", NoticeKind.Anchored));
        var other = shared.Log.Rows.Single(r => r.State is DeliveryState.Owed && r.Version is DeliveryVersion.Notice).Id;
        await host.TryAsync(other);
        await new ContactDesk(host.Ledger, host.Registers).CorrectAsync("strateg", ChannelType.Email, "ratt@kommunen.example", "Anna", default);
        var result = await new BulkDesk(shared.Log, Desk(host, shared)).ResendAsync(Strategist, null, "Anna", default);

        Assert.Equal((2, 0), (result.Done, result.Refused.Count));
        Assert.NotEqual((await host.FindAsync(id)).ResentAs, (await host.FindAsync(other)).ResentAs);
        shared.Work();
        await host.TryAsync((await host.FindAsync(id)).ResentAs!);
        Assert.Equal("ratt@kommunen.example", shared.Sent[^1].Address);
    }

    [Fact]
    public async Task One_that_arrived_is_not_sent_again()
    {
        var (shared, id) = await LostAsync(AttemptOutcome.HandedOver);
        using var host = new DispatchHost(shared, Noon);
        var refused = (await Desk(host, shared).ResendAsync(id, null, "Anna", default)).Result;
        Assert.Equal("resend.notice", refused.Code);
        Assert.DoesNotContain("påminner Samverkan om på nytt", refused.Message, StringComparison.Ordinal);
    }

    // The plan is due on Sunday 6 December.
    private static async Task<(DispatchHost.Shared Shared, string Id)> LostAsync(AttemptOutcome outcome)
    {
        var (shared, _) = await DispatchHost.OwedAsync(Noon, "lan");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("planen"));
        var stored = (await shared.Archive.PutAsync(content, 1000, default))!;
        using var host = new DispatchHost(shared, Noon);
        await OweAsync(host, new NoticeItem("escalated/1", NoticeKind.Escalated)
        {
            Title = "Plan",
            Due = new LocalDate(2026, 12, 6),
            EffectiveDue = new LocalDate(2026, 12, 6),
            DaysLeft = 1,
            DetailText = "Anna Andersson",
            EnclosedDocuments = [new SentDocument(stored.Hash, "plan.pdf", "plan", stored.Size)],
        });
        var id = shared.Log.Rows.Single(r => r.Version is DeliveryVersion.Notice).Id;
        shared.Fail(outcome, MailCodes.RecipientRefused);
        await host.TryAsync(id);
        return (shared, id);
    }

    private static Task OweAsync(DispatchHost host, NoticeItem item) =>
        new NoticeDesk(host.Ledger, host, host.Instrumentation).TellAsync([(Strategist, item)], default);

    private static DeliveryDesk Desk(DispatchHost host, DispatchHost.Shared shared) =>
        new(host.Ledger, host.Registers, shared.Archive, new DispatchOptions(), new DeadlineOptions(), host);
}
