using System.Text;
using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Tests.Mime;

public sealed class MimeReaderTests
{
    [Fact]
    public void A_bounce_is_taken_apart()
    {
        var bounce = Read("""
            From: =?iso-8859-1?Q?Postverket_i_V=E4stra?= (robot) <mailer-daemon@region.example>
            To: <samverkan@kommun.example>
            Subject: =?UTF-8?B?w5ZkZXM?= =?utf-8?Q?tiges:_?=
             =?windows-1252?q?=96_slut?=
            Content-Type: multipart/report; report-type=delivery-status;
            	boundary="a b"

            preamble
            --a b
            Content-Type: text/plain; charset="iso-8859-1"
            Content-Transfer-Encoding: quoted-printable

            Adressen =E4r ok=
            =E4nd
            --a b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.region.example

            Final-Recipient: rfc822; folkhalsa@region.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 No such
             user
            --a b
            Content-Type: message/rfc822

            Message-ID: <delivery-1.0@kommun.example>
            Subject: Plan

            Hej
            --a b--
            epilogue
            """);
        Assert.Equal("delivery-status", bounce.TypeParameter("Report-Type"));
        Assert.Equal("Ödestiges: – slut", bounce.Header("Subject"));
        Assert.Equal("Postverket i Västra", Assert.Single(bounce.Mailboxes("From")).Name);
        Assert.Equal("Adressen är okänd", bounce.Parts[0].Text());
        var blocks = MimeReader.ReadBlocks(bounce.Parts[1].Content());
        Assert.Equal(2, blocks.Count);
        Assert.Equal("smtp; 550 5.1.1 No such user", blocks[1].Single(field => field.Name == "Diagnostic-Code").Text);
        Assert.Equal("<delivery-1.0@kommun.example>", Assert.Single(bounce.Parts[2].Parts).Header("message-id"));
        Assert.Equal(3, bounce.Parts.Count);
    }

    [Theory]
    [InlineData("attachment; filename=plan.pdf", "plan.pdf")]
    [InlineData("attachment; filename=\"a; b \\\"c\\\".pdf\"", "a; b \"c\".pdf")]
    [InlineData("attachment; filename=x; filename*=ISO-8859-1'sv'%C5r.pdf", "År.pdf")]
    [InlineData("attachment; filename*1=\"b.pdf\"; filename*0*=utf-8''%C3%85", "Åb.pdf")]
    [InlineData("attachment; filename*0*=utf-8''%C3; filename*1*=%85", "Å")]
    [InlineData("attachment; filename=\"=?utf-8?Q?=C3=85r.pdf?=\"", "År.pdf")]
    [InlineData("attachment (a; comment); filename=y.pdf", "y.pdf")]
    [InlineData("attachment; filename*x=1; filename*99999999999=2", null)]
    public void File_names_are_read_as_senders_write_them(string disposition, string? expected)
    {
        var part = Read($"Content-Disposition: {disposition}\n\n");
        Assert.True(part.IsAttachment);
        Assert.Equal(expected, part.FileName);
    }

    [Theory]
    [InlineData("a@b.example, \"Berg, Åsa\" <c@d.example>", "a@b.example|c@d.example")]
    [InlineData("Grupp: a@b.example, <c@d.example>;", "a@b.example|c@d.example")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("<å@b.example>, (a (nested) comment) x@y.example", "x@y.example")]
    [InlineData("\"open <a@b.example", "")]
    public void Address_lists_are_read_without_what_is_no_address(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Read($"To: {text}\n\n").Mailboxes("To").Select(mailbox => mailbox.Address)));

    [Fact]
    public void A_message_cut_short_keeps_what_there_is()
    {
        var read = Read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n--b\nContent-Transfer-Encoding: base64\n\nSGVq\nIHf");
        Assert.Equal(["first", "Hej w"], read.Parts.Select(part => part.Text()));
    }

    [Fact]
    public void Depth_parts_and_headers_are_bounded()
    {
        var deep = new StringBuilder();
        for (var i = 0; i < 5000; i++)
            deep.Append("Content-Type: message/rfc822\n\n");
        Assert.Equal(11, Read(deep.ToString()).All().Count());

        var wide = "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 5000));
        Assert.InRange(Read(wide).All().Count(), 400, 500);

        var long_ = Read("Subject: a\n" + string.Concat(Enumerable.Repeat("X: y\n", 100_000)) + "\nbody");
        Assert.Equal("a", long_.Header("Subject"));
        Assert.InRange(long_.Headers.Count, 10_000, 60_000);
        Assert.Empty(MimeReader.ReadBlocks(new byte[300_000]));
    }

    [Fact]
    public void Hostile_megabytes_are_read_in_time_that_grows_with_them()
    {
        foreach (var piece in (string[])["=?", "=?a?q?", "(", "\"", "<", ";a=", "\n\n", "--b\n", ":", " \n"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
            var read = Read($"Content-Type: multipart/mixed; boundary=b; x={text}\nTo: {text}\nSubject: {text}\n\n--b\n{text}");
            Assert.NotNull(read.Header("Subject") ?? "" + read.Text());
            Assert.NotNull(read.Mailboxes("To"));
        }
    }

    private static MimeEntity Read(string text) => MimeReader.Read(Encoding.Latin1.GetBytes(text));
}
