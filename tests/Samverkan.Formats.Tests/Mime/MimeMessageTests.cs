using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Tests.Mime;

/// <summary>What cannot be built, and what is repaired.</summary>
public sealed class MimeMessageTests
{
    [Theory]
    [InlineData("X-Note", "a\r\nBcc: x@region.example")]
    [InlineData("X-Note", "a\nb")]
    [InlineData("X-Note", "a\0b")]
    [InlineData("X-Note:", "a")]
    [InlineData("X Note", "a")]
    [InlineData("X-Nöte", "a")]
    [InlineData("", "a")]
    [InlineData("bcc", "x@region.example")]
    [InlineData("content-type", "text/html")]
    [InlineData("Subject", "a")]
    public void MimeHeader_that_could_add_or_change_headers_is_refused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new MimeHeader(name, value));

    [Theory]
    [InlineData("text")]
    [InlineData("text/")]
    [InlineData("text/html; charset=x")]
    [InlineData("multipart/mixed")]
    [InlineData("Message/rfc822")]
    [InlineData("text/html\r\nX: y")]
    [InlineData(null)]
    public void MimeAttachment_of_another_content_type_is_refused(string? type) =>
        Assert.Throws<ArgumentException>(() => MimeAttachment.FromBytes("a.txt", type!, new byte[1]));

    [Theory]
    [InlineData("")]
    [InlineData("no-at-sign")]
    [InlineData("a@b>\r\nX: y")]
    [InlineData("a b@c")]
    [InlineData("å@b")]
    public void MessageId_other_text_is_refused(string text)
    {
        Assert.False(MessageId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => MessageId.Parse(text));
    }

    [Fact]
    public void MessageId_with_brackets_is_the_same() => Assert.Equal(MessageId.Parse("a.1@b"), MessageId.Parse("<a.1@b>"));

    [Fact]
    public void Line_breaks_in_titles_and_names_become_spaces()
    {
        var message = SampleMail.Make() with { Subject = "Plan\r\nBcc: x@region.example\u2028slut" };
        Assert.Equal("Plan Bcc: x@region.example slut", message.Subject);
        Assert.Equal("A B", new Mailbox(message.From.Address, "A\r\n\tB").Name);
        Assert.Null(new Mailbox(message.From.Address, " \r\n").Name);
    }

    [Fact]
    public void A_message_to_nobody_is_refused() =>
        Assert.Throws<ArgumentException>(() => SampleMail.Make() with { To = [] });

    [Fact]
    public void Lists_are_kept_as_they_were_given()
    {
        var list = new List<Mailbox>(SampleMail.Make().To);
        var message = SampleMail.Make() with { To = list };
        list.Clear();
        Assert.Single(message.To);
    }
}
