using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Functions.Cli;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>What a person can correct in a received extract, and what follows.</summary>
public sealed class CorrectionTests
{
    private static readonly StreamId Year = StreamId.OfAgreement("folkhalsa-2021", 2023);

    [Fact]
    public async Task A_corrected_list_reaches_those_who_have_not_had_the_extract_and_nobody_twice()
    {
        await using var play = await PlayedAsync();
        var before = await play.DeliveriesAsync();
        var list = "Samtliga nämnder; hälso- och sjukvårdsnämndens kansli i Göteborg; Göteborgsregionen; Kulturrådet";

        var result = await CorrectAsync(play, ExtractField.Recipients, list);
        var again = await CorrectAsync(play, ExtractField.Recipients, list);

        Assert.Equal(["gr"], result.Owed.Select(c => c.Value));
        Assert.Equal("Kulturrådet", Assert.Single(result.Unresolved).Printed.Value);
        Assert.Empty(again.Owed);
        var after = await play.DeliveriesAsync();
        Assert.Equal(["gr"], after.Select(d => d.Id).Except(before.Select(d => d.Id)).Select(id => after.Single(d => d.Id == id).Contact));
        var extract = await ExtractAsync(play);
        Assert.Equal(list, string.Join("; ", extract.Recipients.Select(r => r.Printed)));
        Assert.Equal([RecipientKind.Group, RecipientKind.Contact, RecipientKind.Contact, RecipientKind.Unknown], extract.Recipients.Select(r => r.Kind));
        Assert.Equal("Anna", Assert.Single(extract.Corrections).By);
        Assert.Null((await play.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Who_gets_the_extract_with_the_adopted_version_does_not_get_it_once_more()
    {
        await using var play = await PlayedAsync();

        var result = await CorrectAsync(play, ExtractField.Recipients, "Avdelning folkhälsa, Västra Götalandsregionen");

        Assert.Empty(result.Owed);
        Assert.Empty((await ExtractAsync(play)).Event.Omitted);
    }

    [Fact]
    public async Task A_corrected_date_of_decision_shows_in_what_is_owed_later()
    {
        await using var play = await PlayedAsync();

        await CorrectAsync(play, ExtractField.MeetingDate, "2022-12-12");
        await CorrectAsync(play, ExtractField.Recipients, "Göteborgsregionen");

        var book = await play.Services.GetRequiredService<LedgerBook>().LoadAsync<AgreementYear>(Year, CancellationToken.None);
        var delivery = Assert.Single(book.Deliveries.All, d => d.Contact.Value == "gr");
        Assert.Equal(new LocalDate(2022, 12, 12), delivery.Matter!.Decision!.DecidedOn);
        Assert.Equal(new LocalDate(2022, 12, 12), book.Of(book.Extracts[0].Event.Obligation!.Value).Adoption!.Decision.DecidedOn);
        Assert.Equal((ExtractField.MeetingDate, null, "2022-12-12"), book.Extracts[0].Corrections.Select(c => (c.Field, c.Old, c.New)).First());
    }

    [Theory]
    [InlineData(ExtractField.Paragraph, "§ 194", "194")]
    [InlineData(ExtractField.DiaryNumber, "KS 2022/530", "KS 2022/530")]
    [InlineData(ExtractField.Title, "  Rätt rubrik ", "Rätt rubrik")]
    [InlineData(ExtractField.Body, "Kommunstyrelsen", "Kommunstyrelsen")]
    [InlineData(ExtractField.Title, "", null)]
    public async Task Every_field_can_be_corrected_and_emptied(ExtractField field, string value, string? becomes)
    {
        await using var play = await PlayedAsync();

        var before = await play.DeliveriesAsync();

        Assert.Null((await CorrectAsync(play, field, value)).Problem);

        var correction = Assert.Single((await ExtractAsync(play)).Corrections);
        Assert.Equal((field, becomes), (correction.Field, correction.New));
        Assert.Equal(before.Select(d => d.Id), (await play.DeliveriesAsync()).Select(d => d.Id));
    }

    [Theory]
    [InlineData(ExtractField.MeetingDate, "igår", ToolCodes.BadValue)]
    [InlineData(ExtractField.MeetingDate, "2023-01-01", ToolCodes.BadValue)]
    [InlineData(ExtractField.DiaryNumber, "ett nummer", ToolCodes.BadValue)]
    [InlineData(ExtractField.Title, "två\r\nrader", ToolCodes.BadValue)]
    [InlineData(ExtractField.Paragraph, "hundranittiotreochettpartill", ToolCodes.BadValue)]
    public async Task A_value_that_cannot_be_changes_nothing(ExtractField field, string value, string code)
    {
        await using var play = await PlayedAsync();

        Assert.Equal(code, (await CorrectAsync(play, field, value)).Problem!.Code);
        Assert.Empty((await ExtractAsync(play)).Corrections);
    }

    [Fact]
    public async Task The_verb_corrects_and_says_what_is_wrong()
    {
        await using var play = await PlayedAsync();
        var hash = (await ExtractAsync(play)).Event.Document.Hash.Value;
        string[] rest = ["--by", "Anna", "--data", play.Data];

        Assert.Equal(0, await SamverkanCommand.RunAsync(["correct", Year.Value, hash[..8], "--field", "body", "--value", "Kommunstyrelsen", .. rest]));
        Assert.Equal(1, await SamverkanCommand.RunAsync(["correct", Year.Value, hash + ":7", "--field", "body", "--value", "Kommunstyrelsen", .. rest]));
        Assert.Equal(1, await SamverkanCommand.RunAsync(["correct", Year.Value, hash, "--field", "meetingDate", "--value", "igår", .. rest]));
        Assert.Equal(2, await SamverkanCommand.RunAsync(["correct", Year.Value, hash, "--field", "färg", "--value", "röd", .. rest]));
        Assert.Equal(2, await SamverkanCommand.RunAsync(["correct", "../inbox", hash, "--field", "body", "--value", "x", .. rest]));
        Assert.Equal("Kommunstyrelsen", (await ExtractAsync(play)).Event.Decision.Body);
    }

    private static async Task<Play> PlayedAsync()
    {
        var play = new Play();
        var samples = Path.Combine(Play.Samples, "demo");
        play.Drop("2022-12-12 09:00", "Verksamhetsplan folkhälsa och social hållbarhet 2023.docx", await File.ReadAllBytesAsync(Directory.GetFiles(samples, "2022-10-27*").Single()));
        play.Drop("2022-12-12 14:00", "protokollsutdrag KS 193.txt", await File.ReadAllBytesAsync(Directory.GetFiles(samples, "2022-12-12*").Single()));
        await play.RunAsync(new LocalDate(2022, 12, 12), new LocalDate(2022, 12, 12));
        return play;
    }

    private static async Task<ReceivedExtract> ExtractAsync(Play play) =>
        Assert.Single((await play.Services.GetRequiredService<LedgerBook>().LoadAsync<AgreementYear>(Year, CancellationToken.None)).Extracts);

    private static async Task<CorrectionResult> CorrectAsync(Play play, ExtractField field, string value) =>
        await play.Services.GetRequiredService<ExtractCorrection>().CorrectAsync(
            Year, (await ExtractAsync(play)).Event.Document.Hash.Value, 0, field, value, "Anna", CancellationToken.None);
}
