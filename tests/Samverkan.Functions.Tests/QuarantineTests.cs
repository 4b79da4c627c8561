using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Functions.Cli;
using Samverkan.Intake;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Text;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>What waits for a person, and what a person can do with it.</summary>
public sealed class QuarantineTests
{
    [Theory]
    [InlineData("Kontakt: Tolvan Tolvansson, 19121212-1212.", SensitiveContent.IdentityNumber, "19121212-****")]
    [InlineData("Bilagan omfattas av sekretess enligt OSL.", SensitiveContent.Secrecy, "ord om sekretess")]
    public async Task A_document_with_sensitive_contents_is_held_until_a_person_lets_it_out(string line, string code, string says)
    {
        await using var play = new Play();
        await play.Drop("2022-12-12 14:00", "utdrag.txt", Sensitive(line)).RunAsync(QuarantinePlay.From, QuarantinePlay.To);

        var held = Assert.Single(await QuarantinePlay.WaitingAsync(play));
        Assert.Equal(code, held.Code);
        Assert.Contains(says, held.Reason, StringComparison.Ordinal);
        Assert.Contains("inget har skickats", held.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("1212-1212", held.Reason, StringComparison.Ordinal);
        Assert.Equal((2023, "verksamhetsplan"), (held.Candidates[0].PlanYear, held.Candidates[0].Obligation?.Value));
        Assert.Empty(await play.DeliveriesAsync());

        var released = await QuarantinePlay.Desk(play).ReleaseAsync(held.Id, choice: null, "Anna", CancellationToken.None);

        Assert.Null(released.Problem);
        Assert.Equal([QuarantinePlay.Year], released.Streams);
        Assert.Empty(await QuarantinePlay.WaitingAsync(play));
        Assert.Equal(7, (await play.DeliveriesAsync()).Count(d => d.Version == DeliveryVersion.Decision));
        Assert.Null(await play.Services.GetRequiredService<IQuarantine>().OpenAsync(held.Id, CancellationToken.None));
        Assert.Null((await play.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_sensitive_plan_is_held_too_and_who_let_it_out_is_a_personal_value()
    {
        await using var play = new Play();
        await play.Drop("2022-12-12 09:00", "Verksamhetsplan folkhälsa och social hållbarhet 2023.txt", "Verksamhetsplan folkhälsa och social hållbarhet 2023\n\nAnsvarig: 19121212-1212\n")
            .RunAsync(QuarantinePlay.From, QuarantinePlay.To);

        var held = Assert.Single(await QuarantinePlay.WaitingAsync(play));
        await QuarantinePlay.Desk(play).ReleaseAsync(held.Id, choice: null, "Anna Andersson", CancellationToken.None);

        var e = Assert.Single(await QuarantinePlay.EventsAsync<QuarantineReleased>(play));
        Assert.Equal("Anna Andersson", e.Event.Personal.Reveal(((QuarantineReleased)e.Event).By));
        Assert.Equal(((QuarantineReleased)e.Event).By.Value, e.By);
        Assert.Single(await play.DeliveriesAsync(), d => d.Version == DeliveryVersion.Draft);
    }

    [Fact]
    public async Task A_file_that_belongs_nowhere_is_released_to_the_occurrence_that_a_person_chooses()
    {
        await using var play = await QuarantinePlay.UnplacedAsync();
        var held = Assert.Single(await QuarantinePlay.WaitingAsync(play));

        var unchosen = await QuarantinePlay.Desk(play).ReleaseAsync(held.Id, choice: null, "Anna", CancellationToken.None);
        Assert.Equal(held.Code, unchosen.Problem!.Code);
        Assert.Single(await QuarantinePlay.WaitingAsync(play));

        var released = await QuarantinePlay.Desk(play).ReleaseAsync(held.Id, QuarantinePlay.Chosen with { Adopted = true }, "Anna", CancellationToken.None);
        Assert.Equal([QuarantinePlay.Year], released.Streams);
        var progress = (await play.Services.GetRequiredService<LedgerBook>().LoadAsync<AgreementYear>(QuarantinePlay.Year, CancellationToken.None)).Of(QuarantinePlay.Chosen.Obligation!.Value);
        Assert.Equal("plan", Assert.Single(progress.Files).Part);
        Assert.Single(await play.DeliveriesAsync(), d => d.Version == DeliveryVersion.Adopted);
    }

    [Theory]
    [InlineData(null, null, 2023, null, false, ToolCodes.NoAgreement)]
    [InlineData("finns-inte", "verksamhetsplan", 2023, null, false, ToolCodes.NoAgreement)]
    [InlineData("folkhalsa-2021", "finns-inte", 2023, null, false, ToolCodes.NoObligation)]
    [InlineData("folkhalsa-2021", null, 2023, null, false, ToolCodes.NoObligation)]
    [InlineData("folkhalsa-2021", null, null, null, false, ToolCodes.NoObligation)]
    [InlineData("folkhalsa-2021", "verksamhetsplan", null, null, false, ToolCodes.NoOccurrence)]
    [InlineData("folkhalsa-2021", "verksamhetsplan", 2025, null, true, ToolCodes.NoOccurrence)]
    [InlineData("folkhalsa-2021", "verksamhetsplan", 2023, "bilaga", false, ToolCodes.NoPart)]
    public async Task A_choice_that_the_register_does_not_have_changes_nothing_and_says_why(
        string? agreement, string? obligation, int? year, string? part, bool adopted, string code)
    {
        await using var play = await QuarantinePlay.UnplacedAsync();
        var held = Assert.Single(await QuarantinePlay.WaitingAsync(play));
        var choice = new ReleaseChoice
        {
            Agreement = agreement is null ? null : AgreementId.Parse(agreement),
            Obligation = obligation is null ? null : ObligationId.Parse(obligation),
            PlanYear = year,
            Part = part,
            Adopted = adopted,
        };

        var released = await QuarantinePlay.Desk(play).ReleaseAsync(held.Id, choice, "Anna", CancellationToken.None);

        Assert.Equal(code, released.Problem!.Code);
        Assert.EndsWith("Filen ligger kvar i karantänen.", released.Problem.Sentence, StringComparison.Ordinal);
        Assert.Single(await QuarantinePlay.WaitingAsync(play));
        Assert.Empty(await play.DeliveriesAsync());
    }

    [Fact]
    public async Task A_discarded_file_is_gone_with_its_reason_in_the_ledger_and_waits_again_if_it_is_dropped_again()
    {
        await using var play = await QuarantinePlay.UnplacedAsync();
        var id = Assert.Single(await QuarantinePlay.WaitingAsync(play)).Id;

        Assert.Equal(ToolCodes.NotSaid, (await QuarantinePlay.Desk(play).DiscardAsync(id, " ", "Anna", CancellationToken.None))!.Code);
        Assert.Null(await QuarantinePlay.Desk(play).DiscardAsync(id, "Hör inte hit", "Anna", CancellationToken.None));
        Assert.Null(await QuarantinePlay.Desk(play).DiscardAsync(id, "Hör inte hit", "Anna", CancellationToken.None));

        Assert.Empty(await QuarantinePlay.WaitingAsync(play));
        var e = Assert.Single(await QuarantinePlay.EventsAsync<QuarantineDiscarded>(play));
        Assert.Equal("Hör inte hit", e.Event.Personal.Reveal(((QuarantineDiscarded)e.Event).Reason));
        Assert.Equal(ToolCodes.NotQuarantined, (await QuarantinePlay.Desk(play).ReleaseAsync(id, QuarantinePlay.Chosen, "Anna", CancellationToken.None)).Problem!.Code);

        var told = await ToldAsync(play);
        await File.WriteAllTextAsync(Path.Combine(play.Data, "inkorg", "bilaga.txt"), QuarantinePlay.Unplaceable);
        await play.Services.GetRequiredService<InboxSweep>().RunAsync(CancellationToken.None);
        Assert.Equal(id, Assert.Single(await QuarantinePlay.WaitingAsync(play)).Id);
        Assert.Equal(2 * told, await ToldAsync(play));

        await File.WriteAllTextAsync(Path.Combine(play.Data, "inkorg", "bilaga.txt"), QuarantinePlay.Unplaceable);
        await play.Services.GetRequiredService<InboxSweep>().RunAsync(CancellationToken.None);
        Assert.Equal(2 * told, await ToldAsync(play));
    }

    [Fact]
    public async Task Minutes_of_many_paragraphs_need_the_choice_to_say_which()
    {
        await using var play = new Play();
        await play.Drop("2022-12-12 14:00", "protokoll.txt", """
            Sammanträdesprotokoll

            § 7  Uppdrag om lokaler

            Beslut
            Nämnden godkänner uppdraget.

            Expedieras till
            Socialnämnden

            § 8  Parkering på torget

            Beslut
            Nämnden godkänner förslaget.

            Expedieras till
            Miljöskyddsnämnden
            """).RunAsync(QuarantinePlay.From, QuarantinePlay.To);
        var id = Assert.Single(await QuarantinePlay.WaitingAsync(play)).Id;

        var unsaid = await QuarantinePlay.Desk(play).ReleaseAsync(id, QuarantinePlay.Chosen, "Anna", CancellationToken.None);
        Assert.Equal(ToolCodes.WhichParagraph, unsaid.Problem!.Code);
        Assert.Contains("§ 7, § 8", unsaid.Problem.Sentence, StringComparison.Ordinal);

        Assert.Null((await QuarantinePlay.Desk(play).ReleaseAsync(id, QuarantinePlay.Chosen with { Paragraph = "8" }, "Anna", CancellationToken.None)).Problem);
        Assert.Equal(["miljoskyddsnamnden"], (await play.DeliveriesAsync()).Select(d => d.Contact));
    }

    [Fact]
    public async Task The_verbs_list_release_and_discard()
    {
        await using var play = await QuarantinePlay.UnplacedAsync();
        var held = Assert.Single(await QuarantinePlay.WaitingAsync(play));
        string[] data = ["--data", play.Data];

        Assert.Equal(0, await SamverkanCommand.RunAsync(["quarantine", .. data]));
        Assert.Equal(2, await SamverkanCommand.RunAsync(["release", held.Id, "--agreement", "ÅÄÖ", .. data]));
        Assert.Equal(2, await SamverkanCommand.RunAsync(["discard", held.Id, .. data]));
        Assert.Equal(1, await SamverkanCommand.RunAsync(["release", held.Id, .. data]));
        Assert.Equal(0, await SamverkanCommand.RunAsync(
            ["release", held.Id, "--agreement", "folkhalsa-2021", "--obligation", "verksamhetsplan", "--plan-year", "2023", "--adopted", "--by", "Anna", .. data]));
        Assert.Equal(1, await SamverkanCommand.RunAsync(["discard", held.Id, "--reason", "Hör inte hit", .. data]));
        Assert.Empty(await QuarantinePlay.WaitingAsync(play));
    }

    [Fact]
    public void A_quarantined_file_is_one_line_of_json_with_every_property()
    {
        var file = new QuarantinedFile("00112233445566aa", Name: null, 12, MatchCodes.Uncertain, "Skäl.", Instant.FromUtc(2022, 12, 1, 5, 0),
            [new Candidate(AgreementId.Parse("folkhalsa-2021"), null, 2023, 55, ["Därför."])]);

        var json = JsonDocument.Parse(QuarantineJson.Line(file)).RootElement;

        Assert.Equal(["id", "name", "size", "since", "code", "reason", "candidates"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2022-12-01T06:00:00+01:00", json.GetProperty("since").GetString());
        Assert.Equal("""[{"agreement":"folkhalsa-2021","obligation":null,"planYear":2023,"score":55,"why":["Därför."]}]""", json.GetProperty("candidates").GetRawText());
    }

    private static async Task<int> ToldAsync(Play play) =>
        (await play.Services.GetRequiredService<LedgerBook>().LoadAsync<Dispatch.DeliveryBook>(StreamId.Notices(2022), CancellationToken.None))
            .All.Count(d => d.Items.Any(item => item.Kind is Dispatch.NoticeKind.Quarantined));

    private static string Sensitive(string line) =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(Play.Samples, "demo"), "*193*").Single())
            .Replace("Beredning\n", $"{line}\n\nBeredning\n", StringComparison.Ordinal);
}
