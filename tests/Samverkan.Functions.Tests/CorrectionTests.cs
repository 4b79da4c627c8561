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
    public async Task Who_is_taken_off_the_list_is_named_with_the_delivery_that_he_has_or_will_have()
    {
        await using var play = await PlayedAsync();
        var before = await play.DeliveriesAsync();

        var result = await CorrectAsync(play, ExtractField.Recipients, "Samtliga nämnder");

        var removed = Assert.Single(result.Removed);
        Assert.Contains(removed.Delivery, before.Select(d => d.Id));
        Assert.Equal(before.Single(d => d.Id == removed.Delivery).Contact, removed.Contact.Value);
        Assert.Equal(before.Select(d => d.Id), (await play.DeliveriesAsync()).Select(d => d.Id));
    }

    [Fact]
    public async Task A_corrected_diary_number_is_forgotten_and_the_right_one_learned_in_its_place()
    {
        await using var play = new Play();
        var text = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(Play.Samples, "demo"), "2022-12-12*").Single());
        play.Drop("2022-12-12 14:00", "protokollsutdrag KS 193.txt", text.Replace("2022.529 KS", "2022.777 KS", StringComparison.Ordinal));
        await play.RunAsync(new LocalDate(2022, 12, 12), new LocalDate(2022, 12, 12));
        Assert.Equal(["2022.777 KS"], await LearnedAsync(play));

        await CorrectAsync(play, ExtractField.DiaryNumber, "2022.778 KS");
        Assert.Equal(["2022.778 KS"], await LearnedAsync(play));

        await CorrectAsync(play, ExtractField.DiaryNumber, "");
        Assert.Empty(await LearnedAsync(play));
        Assert.Null((await play.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_corrected_body_and_date_correct_the_endorsement_that_the_extract_is_and_no_other()
    {
        await using var play = new Play();
        play.Drop("2021-04-20 10:00", "protokollsutdrag KS 60.txt", await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(Play.Samples, "demo"), "2021-04-20*").Single()));
        await play.RunAsync(new LocalDate(2021, 4, 20), new LocalDate(2021, 4, 20));
        var ledger = play.Services.GetRequiredService<LedgerBook>();
        var stream = StreamId.OfAgreement("psykisk-halsa", null);
        var extract = Assert.Single((await ledger.LoadAsync<AgreementYear>(stream, CancellationToken.None)).Extracts);
        var before = (await ledger.LoadAsync<AgreementYear>(stream, CancellationToken.None)).Endorsements;

        await play.Services.GetRequiredService<ExtractCorrection>().CorrectAsync(
            stream, extract.Event.Document.Hash.Value, 0, ExtractField.MeetingDate, "2021-04-12", "Anna", CancellationToken.None);

        var after = (await ledger.LoadAsync<AgreementYear>(stream, CancellationToken.None)).Endorsements;
        var (was, becomes) = Assert.Single(before.Zip(after), pair => pair.First != pair.Second);
        Assert.Equal(("60", new LocalDate(2021, 4, 12)), (becomes.Paragraph, becomes.On));
        Assert.Equal(was.Body, becomes.Body);
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

    private static async Task<IEnumerable<string>> LearnedAsync(Play play) =>
        (await play.Services.GetRequiredService<Agreements.RegisterBook>().HistoryAsync(CancellationToken.None)).Learned.Select(l => l.Number);

    private static async Task<CorrectionResult> CorrectAsync(Play play, ExtractField field, string value) =>
        await play.Services.GetRequiredService<ExtractCorrection>().CorrectAsync(
            Year, (await ExtractAsync(play)).Event.Document.Hash.Value, 0, field, value, "Anna", CancellationToken.None);
}
