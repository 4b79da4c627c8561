using Samverkan.Formats.Smtp;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>How answers are read and what is kept of them.</summary>
public sealed class SmtpReplyTests
{
    [Theory]
    [InlineData("550-5.1.1 The user\r\n550-5.1.1 does not\r\n550 5.1.1 exist", "5.1.1", "The user does not exist")]
    [InlineData("550-Sorry.\r\n550 5.7.1 Not you", "5.7.1", "Sorry. Not you")]
    [InlineData("550 4.1.1 wrong class", null, "4.1.1 wrong class")]
    [InlineData("550 5.1.1234 too long", null, "5.1.1234 too long")]
    [InlineData("550", null, "")]
    [InlineData("550 ", null, "")]
    [InlineData("550 Ingen s\u00e5dan\tmottagare\u0007\u202e\u200b!", null, "Ingen sådan mottagare !")]
    public async Task An_answer_becomes_one_clean_line(string answer, string? enhanced, string text)
    {
        var reply = (await RefuseAsync(answer)).Reply!;
        Assert.Equal((550, enhanced, text), (reply.Code, reply.EnhancedCode, reply.Text));
    }

    [Fact]
    public async Task A_long_answer_is_cut_to_500_characters()
    {
        var lines = string.Concat(Enumerable.Repeat($"550-{new string('x', 200)}\r\n", 90));
        Assert.InRange((await RefuseAsync(lines + "550 end")).Reply!.Text.Length, 490, 500);
    }

    [Fact]
    public async Task Lines_may_end_with_a_bare_LF() => Assert.Equal("a b", (await RefuseAsync("550-a\n550 b\n")).Reply!.Text);

    [Fact]
    public async Task What_the_server_offers_is_read_in_any_case()
    {
        await using var server = ScriptedServer.Polite((
            "EHLO", "250-test STARTTLS\r\n250-size 52428800\r\n250-8bitmime\r\n250-Auth plain LOGIN xoauth2\r\n250-AUTH=LOGIN\r\n250-\r\n250 SMTPUTF8"));
        var opening = await SmtpConnection.OpenAsync(server.Options());
        await using var connection = opening.Connection!;
        Assert.Equal(52428800, connection.Capabilities.SizeLimit);
        Assert.True(connection.Capabilities is { Size: true, EightBitMime: true, SmtpUtf8: true, StartTls: false });
        Assert.Equal(["LOGIN", "PLAIN", "XOAUTH2"], connection.Capabilities.AuthMechanisms.Order(StringComparer.Ordinal));
    }

    private static async Task<SmtpFailure> RefuseAsync(string answer)
    {
        await using var server = ScriptedServer.Polite(("MAIL", answer));
        return (await SmtpClient.SendAsync(server.Options(), Sample.Message())).Failure!;
    }
}
