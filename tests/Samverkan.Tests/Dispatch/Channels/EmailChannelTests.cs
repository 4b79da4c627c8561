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
    public async Task Over_our_limit_links_go_in_the_documents_place_and_every_try_makes_the_same()
    {
        var parcel = Parcels.Linked(Sample.Of(DeliveryVersion.Adopted, Sample.Plan2023 with { Decision = Sample.Decision193 }, Parcels.Plan, Parcels.Extract));
        var within = (await BytesAsync(parcel)).Length;
        var (result, mail) = await SendAsync(parcel, Options with { MaxEncodedBytes = within - 1 });

        Assert.Equal(AttemptOutcome.HandedOver, result.Outcome);
        Assert.DoesNotContain(mail!.All(), part => part.IsAttachment);
        Assert.Equal($"<{parcel.Id}@alingsas.example>", mail!.Header("Message-ID"));
        var text = Part(mail!, "text/plain").Text();
        Assert.Contains($"https://samverkan.alingsas.example/handling/{parcel.Id}/{Parcels.Plan.Hash}/", text, StringComparison.Ordinal);
        Assert.Contains($"https://samverkan.alingsas.example/handling/{parcel.Id}/{Parcels.Extract.Hash}/", text, StringComparison.Ordinal);
        var again = await SendAsync(parcel, Options with { MaxEncodedBytes = within - 1 });
        Assert.Equal(text, Part(again.Mail!, "text/plain").Text());
    }

    [Fact]
    public async Task A_document_that_has_changed_is_not_linked_to_either()
    {
        var parcel = Parcels.Linked(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Parcels.Plan)) with { Open = (_, _) => Task.FromResult<Stream?>(null) };
        var (result, mail) = await SendAsync(parcel, Options with { MaxEncodedBytes = 1 });
        Assert.Null(mail);
        Assert.Equal("document.missing", result.Code);
    }

    [Theory]
    [InlineData(AttemptOutcome.Permanent, MailCodes.TooLarge, 2)]
    [InlineData(AttemptOutcome.Transient, MailCodes.OutcomeUnknown, 1)]
    [InlineData(AttemptOutcome.Transient, MailCodes.Deferred, 1)]
    [InlineData(AttemptOutcome.Permanent, MailCodes.MessageRefused, 1)]
    public async Task Links_follow_in_the_same_try_only_where_the_server_took_nothing_for_its_size(AttemptOutcome outcome, string code, int messages)
    {
        var server = new Refusing(new ChannelResult(outcome, code, "552 5.3.4 too big"));
        var result = await new EmailChannel(server, Options).SendAsync(Parcels.Linked(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Parcels.Plan)), default);

        Assert.Equal(messages, server.Attachments.Count);
        Assert.Equal(1, server.Attachments[0]);
        Assert.Equal(messages == 2 ? 0 : 1, server.Attachments[^1]);
        Assert.Equal(messages == 2 ? AttemptOutcome.HandedOver : outcome, result.Outcome);
    }

    [Theory]
    [InlineData("https://samverkan.alingsas.example")]
    [InlineData(null)]
    public async Task An_escalation_over_our_limit_goes_without_its_package_and_says_how_to_get_it(string? site)
    {
        var parcel = Parcels.Escalation(site is null ? null : new Uri(site));
        var (result, mail) = await SendAsync(parcel, Options with { MaxEncodedBytes = (await BytesAsync(parcel)).Length - 1 });

        Assert.Equal(AttemptOutcome.HandedOver, result.Outcome);
        Assert.DoesNotContain(mail!.All(), part => part.IsAttachment);
        var text = Part(mail!, "text/plain").Text();
        Assert.Contains($"kommandot handover {Parcels.Escalated}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bifogat:", text, StringComparison.Ordinal);
        Assert.Equal(site is not null, text.Contains($"{site}/handling/{parcel.Id}/{Parcels.Plan.Hash}/", StringComparison.Ordinal));
        Assert.Equal(site is not null, text.Contains($"{site}/expediering/{Parcels.Escalated}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_escalation_that_the_server_finds_too_large_follows_without_its_package_in_the_same_try()
    {
        var server = new Refusing(new ChannelResult(AttemptOutcome.Permanent, MailCodes.TooLarge, "552 5.3.4 too big"));
        var result = await new EmailChannel(server, Options).SendAsync(Parcels.Escalation(null), default);
        Assert.Equal(AttemptOutcome.HandedOver, result.Outcome);
        Assert.Equal([2, 0], server.Attachments);
    }

    [Fact]
    public async Task Without_links_a_servers_limit_asks_a_person()
    {
        var server = new Refusing(new ChannelResult(AttemptOutcome.Permanent, MailCodes.TooLarge, null));
        var result = await new EmailChannel(server, Options).SendAsync(Parcels.Adopted(), default);
        Assert.Equal((AttemptOutcome.Permanent, MailCodes.TooLarge, 1), (result.Outcome, result.Code, server.Attachments.Count));
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

    private sealed class Refusing(ChannelResult refusal) : IMailTransport
    {
        public List<int> Attachments { get; } = [];

        public Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
        {
            Attachments.Add(message.Attachments.Count);
            return Task.FromResult(message.Attachments.Count > 0 ? refusal : new ChannelResult(AttemptOutcome.HandedOver, MailCodes.Accepted, null));
        }
    }

    private sealed class Recorder : IMailTransport
    {
        public byte[]? Bytes { get; private set; }

        public async Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
        {
            using var output = new MemoryStream();
            await MimeWriter.WriteAsync(message, output, cancellation);
            Bytes = output.ToArray();
            return new ChannelResult(AttemptOutcome.HandedOver, "test", Bytes.Length.ToString(CultureInfo.InvariantCulture));
        }
    }
}
