using System.Text;
using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Tests.Mime;

public sealed class MimeWriterTests
{
    [Fact]
    public async Task Lines_are_ascii_of_76_columns_and_end_with_CRLF()
    {
        var bytes = await SampleMail.WriteAsync(SampleMail.Make());
        AssertPlainLines(bytes, 76);
    }

    [Fact]
    public async Task Long_words_stay_within_998()
    {
        var message = SampleMail.Make() with
        {
            Subject = new string('x', 5000),
            Text = new string('y', 5000),
            ExtraHeaders = [new MimeHeader("List-Unsubscribe", $"<https://kommun.example/{new string('z', 800)}>")],
            References = [.. Enumerable.Range(0, 50).Select(i => MessageId.Parse($"delivery-{i}@kommun.example"))],
        };
        var bytes = await SampleMail.WriteAsync(message);
        AssertPlainLines(bytes, 998);
        var read = MimeReader.Read(bytes);
        Assert.Equal(message.Subject, read.Header("subject"));
        Assert.Equal(message.ExtraHeaders[0].Value, read.Header("List-Unsubscribe"));
        Assert.Equal(string.Join(' ', message.References), read.Header("References"));
    }

    [Fact]
    public async Task The_usual_headers_are_there()
    {
        var message = SampleMail.Make() with { InReplyTo = MessageId.Parse("before@region.example") };
        var read = MimeReader.Read(await SampleMail.WriteAsync(message));
        Assert.Equal("Thu, 01 Dec 2022 06:00:00 +0100", read.Header("Date"));
        Assert.Equal("<delivery-1.0@kommun.example>", read.Header("Message-ID"));
        Assert.Equal("<before@region.example>", read.Header("In-Reply-To"));
        Assert.Equal("auto-generated", read.Header("Auto-Submitted"));
        Assert.Equal("1.0", read.Header("MIME-Version"));
        Assert.Equal(message.ReplyTo, read.Mailboxes("Reply-To"));
    }

    [Theory]
    [InlineData("Hello.\n", "7bit")]
    [InlineData("Hej då!\nHär kommer planen för nästa år.\n", "quoted-printable")]
    [InlineData("Дорогой друг", "base64")]
    [InlineData("From me\n", "quoted-printable")]
    [InlineData("--=_mixed_\n", "quoted-printable")]
    [InlineData("trailing \n", "quoted-printable")]
    public async Task Text_gets_the_lightest_encoding_that_is_safe(string text, string encoding)
    {
        var bytes = await SampleMail.WriteAsync(SampleMail.Make() with { Text = text, Html = null, Attachments = [] });
        var read = MimeReader.Read(bytes);
        Assert.Equal(encoding, read.Header("Content-Transfer-Encoding"));
        Assert.Equal("text/plain", read.ContentType);
        Assert.Equal(text.ReplaceLineEndings("\r\n").TrimEnd('\r', '\n') + "\r\n", read.Text());
        Assert.DoesNotContain("\r\nFrom ", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_nest_as_their_kinds_ask()
    {
        var message = SampleMail.Make();
        Assert.Equal(
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf", message.Attachments[1].ContentType],
            await TypesAsync(message));
        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], await TypesAsync(message with { Attachments = [] }));
        Assert.Equal(["text/html"], await TypesAsync(message with { Attachments = [], Text = null }));
        Assert.Equal(["text/plain"], await TypesAsync(message with { Attachments = [], Text = null, Html = null }));
        Assert.Equal(
            ["multipart/mixed", "application/pdf"],
            await TypesAsync(message with { Attachments = [message.Attachments[0]], Text = null, Html = null }));
    }

    [Fact]
    public async Task The_same_message_makes_the_same_bytes_and_another_id_other_boundaries()
    {
        var first = await SampleMail.WriteAsync(SampleMail.Make());
        Assert.Equal(first, await SampleMail.WriteAsync(SampleMail.Make()));
        var other = await SampleMail.WriteAsync(SampleMail.Make() with { MessageId = MessageId.Parse("delivery-2.0@kommun.example") });
        Assert.NotEqual(MimeReader.Read(first).TypeParameter("boundary"), MimeReader.Read(other).TypeParameter("boundary"));
    }

    [Fact]
    public async Task A_text_that_knows_the_boundaries_breaks_nothing()
    {
        var boundary = MimeReader.Read(await SampleMail.WriteAsync(SampleMail.Make())).TypeParameter("boundary");
        var text = $"a\r\n--{boundary}--\r\nb\r\n";
        var read = MimeReader.Read(await SampleMail.WriteAsync(SampleMail.Make() with { Text = text, Html = text }));
        Assert.Equal(2, read.All().Count(part => part.Parts.Count == 0 && string.Equals(part.Text(), text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_name_has_a_likeness_for_old_readers()
    {
        var text = Encoding.ASCII.GetString(await SampleMail.WriteAsync(SampleMail.Make() with
        {
            Attachments = [MimeAttachment.FromBytes("Åtgärdsplan \"ny\".pdf", "application/pdf", new byte[3])],
        }));
        Assert.Contains("name=\"Atgardsplan _ny_.pdf\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains("filename*=utf-8''%C3%85tg%C3%A4rdsplan%20%22ny%22.pdf\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_megabytes_stream_through_small_buffers()
    {
        const long Size = 50_000_001;
        var opened = 0;
        var message = SampleMail.Make() with
        {
            Attachments = [new MimeAttachment("stor.pdf", "application/pdf", Size, _ => { opened++; return new(new EndlessStream(Size)); })],
        };
        var length = MimeWriter.EncodedLength(message);
        Assert.Equal(0, opened);
        var output = new EndlessStream(0);
        var before = GC.GetAllocatedBytesForCurrentThread(); // these streams never wait, so the work stays on this thread
        await MimeWriter.WriteAsync(message, output, CancellationToken.None);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Equal(1, opened);
        Assert.Equal(length, output.Written);
        Assert.InRange(output.LargestWrite, 1, 65_536);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task An_attachment_that_changed_size_is_an_error(int difference)
    {
        var message = SampleMail.Make() with
        {
            Attachments = [new MimeAttachment("a.pdf", "application/pdf", 1000, _ => new(new MemoryStream(new byte[1000 + difference])))],
        };
        await Assert.ThrowsAsync<IOException>(() => SampleMail.WriteAsync(message));
    }

    private static async Task<IEnumerable<string>> TypesAsync(MimeMessage message) =>
        MimeReader.Read(await SampleMail.WriteAsync(message)).All().Select(part => part.ContentType);

    private static void AssertPlainLines(byte[] bytes, int widest)
    {
        var text = Encoding.Latin1.GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.InRange(line.Length, 0, widest);
            Assert.DoesNotContain(line, c => c is '\r' or '\n' or '\0' or > '~');
        });
    }
}
