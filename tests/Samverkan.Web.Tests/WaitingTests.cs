using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;
using Samverkan.Ledger;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>What a person is shown: what waits in quarantine, and how an extract was read.</summary>
public class WaitingTests
{
    private const string Minutes = """
        § 193  2022.529 KS

        Verksamhetsplan folkhälsa och social hållbarhet 2023

        Beredning
        Kommunstyrelsens arbetsutskott har den 30 november 202, § 201 behandlat ärendet.

        Beslut
        Planen godkänns.

        Expedieras till
        Samtliga nämnder och Kulturrådet
        """;

    [Fact]
    public async Task The_quarantine_shows_why_each_file_waits_and_what_to_run()
    {
        using var world = new World(new WebOptions { Data = "./data" });
        await world.ImportAsync(Story.Register);
        await QuarantineAsync(world, "00000000000000a1", "bilaga.txt", "match.uncertain", "Filen \"bilaga.txt\" liknar ett avtal, men inte så mycket att det är säkert.", ("verksamhetsplan", 2023));
        await QuarantineAsync(world, "00000000000000a2", "utdrag <b>.txt", "sensitive.identity-number", "Dokumentet innehåller personnummer (sida 1, rad 4: 19121212-****).");
        await QuarantineAsync(world, "00000000000000a3", "trasig.docx", "text.damaged", "Filen är skadad.");

        var reply = await world.GetAsync("/karantan");

        Assert.Equal(200, reply.Status);
        ApprovedPage.Verify("quarantine", reply.Body);
        Assert.Contains("release 00000000000000a1 --agreement folkhalsa --obligation verksamhetsplan --plan-year 2023 --data ./data", reply.Text, StringComparison.Ordinal);
        Assert.Contains("release 00000000000000a2 --data ./data", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("release 00000000000000a3", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", reply.Body, StringComparison.Ordinal);
        Assert.Contains("Karantän (3)", (await world.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_shows_where_each_value_of_its_extract_was_read_and_what_was_corrected()
    {
        using var world = new World(new WebOptions { Data = "./data" });
        var ids = await Story.PlayAsync(world);
        await ReceiveAsync(world, withPlaces: true);

        var reply = await world.GetAsync($"/expediering/{ids["adopted"]}");

        Assert.Equal(200, reply.Status);
        ApprovedPage.Verify("delivery-reading", reply.Body);
        foreach (var part in (string[])["sida 1, rad 1", "står i utdraget", "Avdelning folkhälsa, Exempelregionen", "finns inte i registret", "alla i sändlistan Samtliga nämnder", "rättad", "inte helt utskrivet", "--field FÄLT"])
            Assert.Contains(part, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_was_kept_without_places_is_said_to_be_so()
    {
        using var world = new World();
        var ids = await Story.PlayAsync(world);
        await ReceiveAsync(world, withPlaces: false);

        Assert.Contains("finns inte sparat", (await world.GetAsync($"/expediering/{ids["adopted"]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_a_reading_is_what_was_read()
    {
        var reading = ArchivedReading.Of("utdrag.txt", MinutesReader.Read(DocumentText.FromString(Minutes)).Extracts[0]);

        var read = await ArchivedReading.ReadAsync(new MemoryStream(reading.Write()), default);

        Assert.Equal(reading.Values, read!.Values);
        Assert.Equal(reading.Warnings, read.Warnings);
        Assert.Contains(new ReadValue("paragraph", "193", 1, 1, read.Values[0].Words, Basis.Stated), read.Values);
        Assert.Equal(["Samtliga nämnder", "Kulturrådet"], read.Values.Where(v => v.Field == "recipients").Select(v => v.Value));
        foreach (var other in (string[])["", "null", "[]", "{}", "\0", """{"file":"a.txt","paragraph":"193"}"""])
            Assert.Null(await ArchivedReading.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(other)), default));
    }

    internal static Task QuarantineAsync(World world, string id, string name, string code, string reason, (string Obligation, int Year)? candidate = null)
    {
        world.Clock.Now += Duration.FromMinutes(1);
        var personal = new PersonalValues();
        QuarantineCandidate[] candidates = candidate is not var (obligation, year)
            ? []
            : [new QuarantineCandidate(AgreementId.Parse("folkhalsa"), ObligationId.Parse(obligation), year, 55, personal.Commit("Rubriken liknar planens."))];
        return world.RecordAsync(StreamId.Inbox, new FileQuarantined(id, personal.Commit(name), 812, code, personal.Commit(reason), [], candidates) { Personal = personal });
    }

    internal static async Task ReceiveAsync(World world, bool withPlaces)
    {
        var bytes = withPlaces
            ? ArchivedReading.Of("KS § 193 protokollsutdrag.txt", MinutesReader.Read(DocumentText.FromString(Minutes)).Extracts[0]).Write()
            : Encoding.UTF8.GetBytes("""{"file":"KS § 193 protokollsutdrag.txt","paragraph":"193"}""");
        var reading = await world.Archive.PutAsync(new MemoryStream(bytes), long.MaxValue, default);
        var personal = new PersonalValues();
        var file = DocumentHash.Of(Encoding.UTF8.GetBytes("KS § 193 protokollsutdrag.txt"));
        var decision = new Decision("193", "2022.529 KS", "Verksamhetsplan folkhälsa och social hållbarhet 2023", null, null);
        await world.RecordAsync(Story.Plan, new ExtractReceived(
            ObligationId.Parse("verksamhetsplan"),
            new DocumentRef(file, personal.Commit("KS § 193 protokollsutdrag.txt"), DocumentRef.ExtractPart, 4_812),
            0, decision, Adopts: true,
            [
                new ListedRecipient(personal.Commit("Samtliga nämnder"), RecipientKind.Group, ContactId.Parse("namnderna")),
                new ListedRecipient(personal.Commit("Kulturrådet"), RecipientKind.Unknown, null),
            ],
            [ContactId.Parse("region")], reading!.Hash, ["Diarienumret."])
        { Personal = personal });
        var corrected = new PersonalValues();
        await world.RecordAsync(Story.Plan, new ExtractCorrected(
            file, 0, ExtractField.Body, Old: null, corrected.Commit("Kommunstyrelsen"), decision with { Body = "Kommunstyrelsen" },
            Recipients: null, Omitted: null, corrected.Commit("Anna Andersson"))
        { Personal = corrected });
    }
}
