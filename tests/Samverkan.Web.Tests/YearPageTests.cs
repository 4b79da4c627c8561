using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>Where an agreement's years stand and why, and who stands behind an action plan.</summary>
public sealed class YearPageTests
{
    private static readonly ObligationId Obligation = ObligationId.Parse("verksamhetsplan");
    private static readonly AgreementId ActionPlan = AgreementId.Parse("psykisk-halsa");

    [Fact]
    public async Task A_year_shows_each_step_with_event_document_person_and_date()
    {
        using var world = await PlayAsync();

        var reply = await world.GetAsync("/avtal/folkhalsa/2023");

        Assert.Equal(200, reply.Status);
        ApprovedPage.Verify("year", reply.Body);
        foreach (var expected in (string[])[
            "Utkast mottaget", "Budget 2023.xlsx", "Utkast överlämnat", "Antaget", "KS § 193.txt", "Kommunstyrelsen, § 193. Beslutsdatum framgår inte.", "Försenat"])
        {
            Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_moved_day_is_shown_beside_the_agreement_s_own_with_the_reason()
    {
        using var world = await PlayAsync();
        await world.ImportAsync(Story.Register.Replace("--12-01", "--12-24", StringComparison.Ordinal));

        var text = (await world.GetAsync("/avtal/folkhalsa/2024")).Text;

        Assert.Contains("senast söndagen den 24 december 2023", text, StringComparison.Ordinal);
        Assert.Contains("senast fredagen den 22 december 2023", text, StringComparison.Ordinal);
        Assert.Contains("är julafton. Därför gäller arbetsdagen före", text, StringComparison.Ordinal);
        Assert.Contains("dagen i avtalet", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_closed_says_who_and_why()
    {
        using var world = await PlayAsync();
        world.Clock.Now = Instant.FromUtc(2023, 2, 1, 9, 0);
        await new OccurrenceDesk(world.Ledger, world.Registers, world.Clock).CloseAsync(
            AgreementId.Parse("folkhalsa"), Obligation, 2024, new LocalDate(2023, 2, 1), "Regionen tar inte emot <planer> längre.", "Anna Exempel", default);

        var text = (await world.GetAsync("/avtal/folkhalsa/2024")).Text;

        Assert.Contains("Avslutat", text, StringComparison.Ordinal);
        Assert.Contains("Anna Exempel", text, StringComparison.Ordinal);
        Assert.Contains("Skäl: Regionen tar inte emot", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<planer>", (await world.GetAsync("/avtal/folkhalsa/2024")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/avtal/folkhalsa/2020")]
    [InlineData("/avtal/folkhalsa/2099")]
    [InlineData("/avtal/folkhalsa/x")]
    [InlineData("/avtal/folkhalsa/99999999999")]
    [InlineData("/avtal/finns-inte/2023")]
    [InlineData("/avtal/psykisk-halsa/2019")]
    public async Task A_year_without_anything_to_hand_over_does_not_exist(string address)
    {
        using var world = await PlayAsync();

        Assert.Equal(404, (await world.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_chain_shows_who_has_and_who_has_not_with_day_and_paragraph()
    {
        using var world = await PlayAsync();
        await world.ImportAsync(Story.Register.Replace("""["Kommunstyrelsen"]""", """["Kommunstyrelsen", "Socialnämnden"]""", StringComparison.Ordinal));
        var stream = StreamId.OfAgreement(ActionPlan.Value, null);
        await world.RecordAsync(stream, new Endorsed("Kommunstyrelsens", new LocalDate(2021, 4, 20), "60", Hash("KS § 60.txt")));
        await world.RecordAsync(stream, new Endorsed("Göteborgsregionens förbundsstyrelse", null, null, Hash("KS § 60.txt")));

        var reply = await world.GetAsync("/avtal/psykisk-halsa");

        ApprovedPage.Verify("action-plan-chain", reply.Body);
        Assert.Contains("1 av 2 har ställt sig bakom planen.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("20 april 2021, § 60", reply.Text, StringComparison.Ordinal);
        Assert.Contains("datum framgår inte, paragrafen framgår inte", reply.Text, StringComparison.Ordinal);
    }

    // The plan comes late, goes as a draft, and is adopted by an extract that does not state its day.
    private static async Task<World> PlayAsync()
    {
        var world = new World();
        await Story.PlayAsync(world);
        world.Clock.Now = Instant.FromUtc(2022, 11, 1, 7, 0);
        await world.RecordAsync(Story.Plan, new Reminded(ReminderKind.Reminder, Obligation, new(2022, 11, 1), new(2022, 11, 1), 30, []));
        await ReceiveAsync(world, Instant.FromUtc(2022, 12, 3, 8, 0), "Verksamhetsplan folkhälsa 2023.pdf", "plan");
        await ReceiveAsync(world, Instant.FromUtc(2022, 12, 4, 8, 0), "Budget 2023.xlsx", "budget");
        await AdoptAsync(world, Instant.FromUtc(2022, 12, 12, 13, 0));
        world.Clock.Now = Instant.FromUtc(2022, 12, 20, 9, 0);
        return world;
    }

    private static Task ReceiveAsync(World world, Instant at, string name, string part)
    {
        world.Clock.Now = at;
        var personal = new PersonalValues();
        return world.RecordAsync(Story.Plan, new PlanReceived(Obligation, new DocumentRef(Hash(name), personal.Commit(name), part, 10), null, []) { Personal = personal });
    }

    private static async Task AdoptAsync(World world, Instant at)
    {
        world.Clock.Now = at;
        var personal = new PersonalValues();
        var decision = new Decision("193", "2022.529 KS", "Verksamhetsplan folkhälsa 2023", "Kommunstyrelsen", null);
        var document = new DocumentRef(Hash("KS § 193.txt"), personal.Commit("KS § 193.txt"), DocumentRef.ExtractPart, 10);
        await world.RecordAsync(Story.Plan, new ExtractReceived(Obligation, document, 0, decision, Adopts: true, [], [], Hash("läsning"), []) { Personal = personal });
        await world.RecordAsync(Story.Plan, new PlanAdopted(Obligation, decision, Hash("KS § 193.txt")));
    }

    private static DocumentHash Hash(string name) => DocumentHash.Of(Encoding.UTF8.GetBytes(name));
}
