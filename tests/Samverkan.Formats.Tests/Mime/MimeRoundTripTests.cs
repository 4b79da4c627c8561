using System.Text;
using FsCheck.Fluent;
using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Tests.Mime;

/// <summary>Whatever is written is read back; whatever is read does not throw.</summary>
public sealed class MimeRoundTripTests
{
    [Fact]
    public void Any_subject_comes_back() => Check((message, text) => message with { Subject = text }, (message, read, _) =>
        Assert.Equal(message.Subject, read.Header("Subject")));

    [Fact]
    public void A_subject_without_control_characters_is_kept_as_it_is() =>
        Properties.Check(Prop.ForAll(Properties.Texts, text =>
            text.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value is 0x2028 or 0x2029)
            || string.Equals((SampleMail.Make() with { Subject = text }).Subject, text, StringComparison.Ordinal)));

    [Fact]
    public void Any_names_come_back_with_their_addresses() => Check(
        (message, text) => message with { To = [.. Enumerable.Repeat(new Mailbox(message.From.Address, text), 3)] },
        (message, read, _) => Assert.Equal(message.To, read.Mailboxes("To")));

    [Fact]
    public void Any_file_name_comes_back() => Check(
        (message, text) => message with { Attachments = [MimeAttachment.FromBytes("x" + text, "application/pdf", SampleMail.Plan)] },
        (message, read, _) =>
        {
            var part = Assert.Single(read.All(), part => part.IsAttachment);
            Assert.Equal(message.Attachments[0].FileName, part.FileName);
            Assert.Equal(SampleMail.Plan, part.Content());
        });

    [Fact]
    public void Any_text_comes_back_with_CRLF() => Check(
        (message, text) => message with { Text = text, Html = text, Attachments = [] },
        (_, read, text) =>
        {
            var expected = TextBody.WithCrlf(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            Assert.All(read.Parts, part => Assert.Equal(expected, part.Text()));
            Assert.Equal(2, read.Parts.Count);
        });

    [Fact]
    public void Any_text_alone_comes_back_with_CRLF() => Check(
        (message, text) => message with { Text = text, Html = null, Attachments = [] },
        (_, read, text) => Assert.Equal(TextBody.WithCrlf(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))), read.Text()));

    [Fact]
    public void Any_bytes_come_back() => Properties.Check(Prop.ForAll(Properties.Bytes, bytes =>
    {
        var message = SampleMail.Make() with { Attachments = [MimeAttachment.FromBytes("a.bin", "application/octet-stream", bytes)] };
        Assert.Equal(bytes, MimeReader.Read(Write(message)).All().Last().Content());
    }));

    [Fact]
    public void The_encoded_length_is_the_number_of_bytes_and_all_lines_are_plain() => Check(
        (message, text) => message with
        {
            Subject = text,
            Text = text,
            Html = text + text,
            From = new Mailbox(message.From.Address, text),
            Attachments = [MimeAttachment.FromBytes("x" + text, "text/csv", Encoding.UTF8.GetBytes(text))],
        },
        (message, _, _) =>
        {
            var bytes = Write(message);
            Assert.Equal(bytes.Length, MimeWriter.EncodedLength(message));
            var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
            Assert.All(lines, line => Assert.True(line.Length <= 76 && line.All(c => c is >= ' ' and <= '~' or '\t'), line));
        });

    [Fact]
    public void Base64_length_is_exact_for_every_small_size()
    {
        for (var size = 0; size < 400; size++)
        {
            var message = SampleMail.Make() with { Attachments = [MimeAttachment.FromBytes("a", "text/csv", new byte[size])] };
            Assert.Equal(Write(message).Length, MimeWriter.EncodedLength(message));
        }
    }

    [Fact]
    public void Reading_any_bytes_never_throws()
    {
        Properties.Check(Prop.ForAll(Properties.Bytes, bytes => ReadAll(bytes)), 2000);
        Properties.Check(Prop.ForAll(Properties.Texts, text => ReadAll(Encoding.UTF8.GetBytes(text))), 1000);
        Properties.Check(Prop.ForAll(Properties.Texts, text => ReadAll(Encoding.Latin1.GetBytes(
            $"Content-Type: multipart/mixed; boundary={text}\n\n--{text}\nTo: {text}\nSubject: =?{text}\n\n{text}"))), 1000);
    }

    [Fact]
    public async Task Reading_a_broken_message_never_throws()
    {
        var whole = await SampleMail.WriteAsync(SampleMail.Make() with { Attachments = [] });
        var random = new Random(193);
        for (var i = 0; i < whole.Length; i++)
        {
            ReadAll(whole[..i]);
            var broken = (byte[])whole.Clone();
            for (var n = 0; n < 5; n++)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            ReadAll(broken);
        }
    }

    private static void Check(
        Func<MimeMessage, string, MimeMessage> make, Action<MimeMessage, MimeEntity, string> assert) =>
        Properties.Check(Prop.ForAll(Properties.Texts, text =>
        {
            var message = make(SampleMail.Make(), text);
            assert(message, MimeReader.Read(Write(message)), text);
        }));

    private static byte[] Write(MimeMessage message)
    {
        var output = new MemoryStream();
        MimeWriter.WriteAsync(message, output, CancellationToken.None).GetAwaiter().GetResult(); // memory never waits
        return output.ToArray();
    }

    private static void ReadAll(byte[] bytes)
    {
        foreach (var part in MimeReader.Read(bytes).All())
        {
            Assert.NotNull(part.Text());
            Assert.All(part.Headers, field => Assert.NotNull(field.Text));
            Assert.All(part.Headers, field => Assert.NotNull(part.Mailboxes(field.Name)));
        }

        Assert.NotNull(MimeReader.ReadBlocks(bytes));
    }
}
