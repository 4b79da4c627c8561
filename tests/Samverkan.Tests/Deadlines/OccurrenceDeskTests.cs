using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Deadlines;

public sealed class OccurrenceDeskTests
{
    private const string Register = """
        { "municipality": "Kommunen", "inUseFrom": "2022-01-01",
          "contacts": [ { "id": "strateg", "name": "Strategen", "channel": { "type": "folder", "address": "strateg" } } ],
          "agreements": [
            { "id": "avtal", "kind": "cooperation", "title": "Avtal", "from": "2022-01-01", "to": "2023-12-31", "responsible": ["strateg"],
              "obligations": [ { "id": "plan", "title": "Plan", "due": "--12-02", "planYear": "next", "recipients": ["strateg"] } ] },
            { "id": "handlingsplan", "kind": "actionPlan", "title": "Handlingsplan", "from": "2022-01-01", "to": "2023-12-31", "responsible": ["strateg"],
              "endorsers": ["Kommunstyrelsen", "Västkoms styrelse"], "obligations": [] } ] }
        """;

    private static readonly StreamId Year = StreamId.OfAgreement("avtal", 2023);

    [Fact]
    public async Task A_person_closes_an_occurrence_with_a_reason_and_nobody_is_reminded_any_more()
    {
        using var host = await HostAsync("2022-09-30 12:00");
        Assert.True((await CloseAsync(host, "2022-09-30", "Regionen\r\nhar avstått.", "Anna Andersson")).IsRecorded);
        await host.SweepAsync("2022-10-03 06:00");

        var closed = (await host.Ledger.LoadAsync<AgreementYear>(Year, CancellationToken.None)).Of(ObligationId.Parse("plan")).Closed!;
        Assert.Equal((Cases.Day("2022-09-30"), "Regionen har avstått.", "Anna Andersson"), (closed.On, closed.Reason, closed.By));
        Assert.DoesNotContain(await EventsAsync(host), e => e.Event is Reminded);
        Assert.DoesNotContain("Anna", (await EventsAsync(host)).Single(e => e.Event is OccurrenceClosed).By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_lines_user_stands_in_the_ledger_as_is()
    {
        using var host = await HostAsync("2022-09-30 12:00");
        await CloseAsync(host, "2022-09-30", "Skäl", "cli:anna");
        Assert.Equal("cli:anna", Assert.Single(await EventsAsync(host)).By);
    }

    [Theory]
    [InlineData("2022-10-01", "Skäl", 2023, "occurrence.closes-in-future")]
    [InlineData("2022-09-30", " \r\n", 2023, "occurrence.no-reason")]
    [InlineData("2022-09-30", "Skäl", 2022, "occurrence.unknown")]
    [InlineData("2022-09-30", "Skäl", 9999, "occurrence.unknown")]
    public async Task What_cannot_be_closed_is_refused_and_leaves_no_trace(string on, string reason, int planYear, string code)
    {
        using var host = await HostAsync("2022-09-30 12:00");
        var result = await CloseAsync(host, on, reason, "cli:anna", planYear);
        Assert.Equal(code, result.Code);
        Assert.NotEmpty(result.Message!);
        Assert.Empty(await EventsAsync(host));
    }

    [Fact]
    public async Task What_is_closed_is_not_closed_again_and_a_reason_has_an_end()
    {
        using var host = await HostAsync("2022-09-30 12:00");
        Assert.Equal("occurrence.reason-too-long", (await CloseAsync(host, "2022-09-30", new string('a', 2001), "cli:anna")).Code);
        Assert.True((await CloseAsync(host, "2022-09-30", new string('a', 2000), "cli:anna")).IsRecorded);
        Assert.Equal("occurrence.already-closed", (await CloseAsync(host, "2022-09-30", "Skäl", "cli:anna")).Code);
    }

    [Fact]
    public async Task An_endorsement_by_hand_is_recorded_once_under_the_registers_name_for_the_body()
    {
        using var host = await HostAsync("2022-09-30 12:00");
        var desk = new EndorsementDesk(host.Ledger, host.Registers, host);
        var plan = AgreementId.Parse("handlingsplan");
        Assert.True((await desk.EndorseAsync(plan, "VÄSTKOMS  STYRELSE", Cases.Day("2022-09-01"), "§ 7", "Anna Andersson", CancellationToken.None)).IsRecorded);
        Assert.Equal("endorsement.already-recorded", (await desk.EndorseAsync(plan, "Västkoms styrelse", Cases.Day("2022-09-01"), "7", "cli:anna", CancellationToken.None)).Code);
        Assert.Equal("endorsement.unknown-body", (await desk.EndorseAsync(plan, "Västkoms styrelses ordförande", Cases.Day("2022-09-01"), null, "cli:anna", CancellationToken.None)).Code);
        Assert.Equal("endorsement.in-future", (await desk.EndorseAsync(plan, "Kommunstyrelsen", Cases.Day("2022-10-01"), null, "cli:anna", CancellationToken.None)).Code);
        Assert.Equal("endorsement.no-action-plan", (await desk.EndorseAsync(AgreementId.Parse("avtal"), "Kommunstyrelsen", Cases.Day("2022-09-01"), null, "cli:anna", CancellationToken.None)).Code);

        var agreement = (await host.Registers.CurrentAsync(CancellationToken.None)).FindAgreement(plan)!;
        var state = await host.Ledger.LoadAsync<AgreementYear>(StreamId.OfAgreement("handlingsplan", null), CancellationToken.None);
        var chain = EndorsementChain.Of(agreement, state.Endorsements);
        Assert.False(chain.IsWhole);
        Assert.Equal([("Kommunstyrelsen", 0), ("Västkoms styrelse", 1)], chain.Links.Select(l => (l.Endorser, l.Endorsements.Count)));
        Assert.Equal((Cases.Day("2022-09-01"), "7", null), (chain.Links[1].Endorsements[0].On!.Value, chain.Links[1].Endorsements[0].Paragraph, chain.Links[1].Endorsements[0].Extract));
    }

    [Theory]
    [InlineData("Kommunstyrelsen", "Kommunstyrelsen")]
    [InlineData("kommunstyrelse", "Kommunstyrelsen")]
    [InlineData("Kommunstyrelsens", "Kommunstyrelsen")]
    [InlineData("Västkoms styrelse", "Västkoms styrelse")]
    [InlineData("Kommunstyrelsens arbetsutskott", null)]
    [InlineData("", null)]
    public void An_endorser_is_known_in_the_forms_that_minutes_use(string printed, string? endorser)
    {
        var plan = Cases.Agreement(new(2021, 1, 1), new(2022, 12, 31), new NodaTime.AnnualDate(12, 1)) with { Endorsers = ["Kommunstyrelsen", "Västkoms styrelse"] };
        var chain = EndorsementChain.Of(plan, [new Endorsed(printed, null, null, null), new Endorsed(null, null, null, null)]);
        Assert.Equal(endorser, chain.Links.SingleOrDefault(l => l.HasEndorsed)?.Endorser);
        Assert.Equal(endorser is null ? 2 : 1, chain.Others.Count);
    }

    private static async Task<SweepHost> HostAsync(string at)
    {
        var host = new SweepHost(new SweepHost.Shared(), Paper.At(at));
        await host.ImportAsync(Register);
        return host;
    }

    private static Task<DeskResult> CloseAsync(SweepHost host, string on, string reason, string by, int planYear = 2023) =>
        new OccurrenceDesk(host.Ledger, host.Registers, host).CloseAsync(
            AgreementId.Parse("avtal"), ObligationId.Parse("plan"), planYear, Cases.Day(on), reason, by, CancellationToken.None);

    private static async Task<IReadOnlyList<RecordedEvent>> EventsAsync(SweepHost host)
    {
        List<RecordedEvent> events = [];
        await foreach (var e in host.Ledger.EventsAsync(Year, CancellationToken.None)) events.Add(e);
        return events;
    }
}
