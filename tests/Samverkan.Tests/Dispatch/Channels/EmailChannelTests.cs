using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Formats.Mime;
using Samverkan.Tests.Dispatch.Letters;
using EmailAddress = Samverkan.Formats.Mime.EmailAddress;

namespace Samverkan.Tests.Dispatch.Channels;

public class EmailChannelTests
{
    private static readonly MailOptions Options = new() { From = "samverkan@alingsas.example", FromName = "Alingsås kommun" };

    [Fact]
    public async Task A_message_can_be_read_back_whole()
    {
        var parcel = Parcels.Adopted();
        var (result, mail) = await SendAsync(parcel, Options);

        Assert.Equal(AttemptOutcome.HandedOver, result.Outcome);
        Assert.Equal(parcel.Letter.Subject, mail!.Header("Subject"));
        Assert.Equal(new Mailbox(Address("samverkan@alingsas.example"), "Alingsås kommun"), Assert.Single(mail.Mailboxes("From")));
        Assert.Equal(new Mailbox(Address("folkhalsa@region.example"), Sample.Region.Name), Assert.Single(mail.Mailboxes("To")));
        Assert.Equal($"<{parcel.Id}@alingsas.example>", mail.Header("Message-ID"));
        Assert.Equal("Mon, 12 Dec 2022 12:00:00 +0100", mail.Header("Date"));
        Assert.Null(mail.Header("Auto-Submitted"));
        Assert.Equal(parcel.Letter.Text, Part(mail, "text/plain").Text().ReplaceLineEndings("\n"));
        Assert.Equal(parcel.Letter.Html, Part(mail, "text/html").Text().ReplaceLineEndings("\n"));
        var files = mail.All().Where(part => part.IsAttachment).ToArray();
        Assert.Equal(["Verksamhetsplan för folkhälsa 2023.pdf", "§ 193.txt"], files.Select(file => file.FileName));
        Assert.Equal(["application/pdf", "text/plain"], files.Select(file => file.ContentType));
        Assert.Equal(Parcels.PlanBytes, files[0].Content());
        Assert.Equal(Parcels.ExtractBytes, files[1].Content());
    }

    [Fact]
    public async Task Every_try_makes_the_same_bytes() =>
        Assert.Equal(await BytesAsync(Parcels.Adopted()), await BytesAsync(Parcels.Adopted()));

    [Fact]
    public async Task A_drafts_files_are_marked_in_the_letter_and_on_the_file()
    {
        var (_, mail) = await SendAsync(Parcels.Of(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Parcels.Plan)), Options);
        var file = Assert.Single(mail!.All(), part => part.IsAttachment).FileName!;
        Assert.StartsWith("UTKAST - ", file, StringComparison.Ordinal);
        Assert.Contains(file, Part(mail, "text/plain").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_says_that_a_machine_wrote_it()
    {
        var (_, mail) = await SendAsync(Parcels.Of(Sample.Notice(Sample.Item(NoticeKind.Reminder, 7))), Options);
        Assert.Equal("auto-generated", mail!.Header("Auto-Submitted"));
        Assert.DoesNotContain(mail.All(), part => part.IsAttachment);
    }

    [Fact]
    public async Task Answers_go_where_the_options_say()
    {
        var (_, mail) = await SendAsync(Parcels.Adopted(), Options with { ReplyTo = "registrator@alingsas.example" });
        Assert.Equal("registrator@alingsas.example", Assert.Single(mail!.Mailboxes("Reply-To")).Address.ToString());
    }

    [Fact]
    public async Task Without_a_sender_the_address_is_one_that_cannot_exist()
    {
        var (_, mail) = await SendAsync(Parcels.Adopted(), new MailOptions());
        Assert.Equal(MailOptions.NoSender, Assert.Single(mail!.Mailboxes("From")).Address.ToString());
    }

    [Fact]
    public async Task A_document_that_the_archive_has_lost_stops_the_delivery()
    {
        var (result, mail) = await SendAsync(Parcels.Adopted() with { Open = (_, _) => Task.FromResult<Stream?>(null) }, Options);
        Assert.Null(mail);
        Assert.Equal(new ChannelResult(AttemptOutcome.Permanent, "document.missing", "Arkivet saknar planen."), result);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_document_that_has_changed_is_never_sent(int added)
    {
        byte[] changed = [.. Parcels.PlanBytes, .. new byte[added]];
        changed[17] ^= 1;
        var (result, mail) = await SendAsync(Parcels.Adopted() with { Open = (_, _) => Task.FromResult<Stream?>(new MemoryStream(changed)) }, Options);
        Assert.Null(mail);
        Assert.Equal((AttemptOutcome.Permanent, "document.changed"), (result.Outcome, result.Code));
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_before_its_files_are_read()
    {
        var huge = Sample.Document("plan.pdf", "plan", 20_000_000);
        var parcel = Parcels.Of(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, huge)) with { Open = (_, _) => throw new InvalidOperationException() };
        var (result, _) = await SendAsync(parcel, Options);
        Assert.Equal((AttemptOutcome.Permanent, "mail.too-large"), (result.Outcome, result.Code));
        Assert.Equal("Meddelandet är 27,4 MB med sina bilagor. Gränsen är 25 MB (Smtp:MaxEncodedBytes).", result.Answer);
    }

    [Fact]
    public async Task The_limit_counts_encoded_bytes()
    {
        var size = (await BytesAsync(Parcels.Adopted())).Length;
        Assert.Equal("mail.too-large", (await SendAsync(Parcels.Adopted(), Options with { MaxEncodedBytes = size - 1 })).Result.Code);
        Assert.Equal("test", (await SendAsync(Parcels.Adopted(), Options with { MaxEncodedBytes = size })).Result.Code);
    }

    [Fact]
    public void It_serves_email() => Assert.Equal(ChannelType.Email, new EmailChannel(new Recorder(), Options).Type);

    private static EmailAddress Address(string text) => EmailAddress.Parse(text);

    private static MimeEntity Part(MimeEntity mail, string type) => mail.All().First(part => part.ContentType == type && !part.IsAttachment);

    private static async Task<byte[]> BytesAsync(Parcel parcel)
    {
        var recorder = new Recorder();
        await new EmailChannel(recorder, Options).SendAsync(parcel, default);
        return recorder.Bytes!;
    }

    private static async Task<(ChannelResult Result, MimeEntity? Mail)> SendAsync(Parcel parcel, MailOptions options)
    {
        var recorder = new Recorder();
        var result = await new EmailChannel(recorder, options).SendAsync(parcel, default);
        return (result, recorder.Bytes is { } bytes ? MimeReader.Read(bytes) : null);
    }

    private sealed class Recorder : IMailTransport
    {
        public byte[]? Bytes { get; private set; }

        public async Task<ChannelResult> SendAsync(MimeMessage message, CancellationToken cancellation)
        {
            using var output = new MemoryStream();
            await MimeWriter.WriteAsync(message, output, cancellation);
            Bytes = output.ToArray();
            return new ChannelResult(AttemptOutcome.HandedOver, "test", Bytes.Length.ToString(CultureInfo.InvariantCulture));
        }
    }
}
