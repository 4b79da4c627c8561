using Samverkan.Formats.Smtp;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>Several messages on one connection.</summary>
public sealed class SmtpConnectionTests
{
    [Fact]
    public async Task Messages_follow_each_other_with_RSET_between_and_QUIT_at_the_end()
    {
        await using var server = ScriptedServer.Polite(("RCPT TO:<b@", "550 5.1.1 no such user"));
        var opening = await SmtpConnection.OpenAsync(server.Options());
        await using (var connection = opening.Connection!)
        {
            Assert.True((await connection.SendAsync(Sample.Message())).IsAccepted);
            Assert.False((await connection.SendAsync(Sample.Message(recipients: Sample.Three[1]))).IsAccepted);
            Assert.True(connection.IsUsable);
            Assert.True((await connection.SendAsync(Sample.Message())).IsAccepted);
        }

        Assert.Equal(
            ["EHLO", "MAIL", "RCPT", "DATA", "RSET", "MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA", "QUIT"],
            server.Heard.Select(line => line.Split(' ')[0]).Where(word => word.Length == 4 && word.All(char.IsAsciiLetterUpper)));
    }

    [Theory]
    [InlineData("421 4.4.2 idle too long", SmtpFault.Refused)]
    [InlineData("502 5.5.1 what is that", SmtpFault.Refused)]
    [InlineData(ScriptedSession.Cut, SmtpFault.Disconnected)]
    public async Task A_kept_connection_that_has_died_says_so_and_nothing_is_lost(string answer, SmtpFault fault)
    {
        await using var server = ScriptedServer.Polite(("RSET", answer));
        var opening = await SmtpConnection.OpenAsync(server.Options());
        await using var connection = opening.Connection!;
        Assert.True((await connection.SendAsync(Sample.Message())).IsAccepted);
        var result = await connection.SendAsync(Sample.Message());
        Assert.Equal((SmtpPhase.Reset, fault), (result.Failure!.Phase, result.Failure.Fault));
        Assert.True(result.Failure.IsTransient);
        Assert.Equal(answer.StartsWith('5'), connection.IsUsable);
    }

    [Fact]
    public async Task A_broken_connection_fails_further_messages_at_once()
    {
        await using var server = ScriptedServer.Polite((".", ScriptedSession.Cut));
        var opening = await SmtpConnection.OpenAsync(server.Options());
        await using var connection = opening.Connection!;
        Assert.Equal(SmtpFault.OutcomeUnknown, (await connection.SendAsync(Sample.Message())).Failure!.Fault);
        Assert.False(connection.IsUsable);
        var result = await connection.SendAsync(Sample.Message());
        Assert.Equal((SmtpPhase.Reset, SmtpFault.Disconnected), (result.Failure!.Phase, result.Failure.Fault));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("host\r\nMAIL FROM:<>")]
    [InlineData("värd.example")]
    [InlineData("[not an address]")]
    public void Options_with_another_client_name_are_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new SmtpOptions { Host = "a.example", ClientName = name });

    [Theory]
    [InlineData("klient.kommun.example")]
    [InlineData("[192.0.2.1]")]
    [InlineData("[IPv6:2001:db8::1]")]
    public void Options_take_host_names_and_address_literals(string name) =>
        Assert.Equal(name, new SmtpOptions { Host = "a.example", ClientName = name }.ClientName);

    [Fact]
    public void Options_wait_as_long_as_RFC_5321_asks_for()
    {
        var options = new SmtpOptions { Host = "a.example", ClientName = "b.example" };
        Assert.Equal((5, 3, 10), (options.CommandTimeout.TotalMinutes, options.DataBlockTimeout.TotalMinutes, options.AfterDataTimeout.TotalMinutes));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var options = new SmtpOptions { Host = "a.example", ClientName = "b.example" };
        Assert.Throws<ArgumentException>(() => options with { Host = "a b" });
        Assert.Throws<ArgumentOutOfRangeException>(() => options with { Port = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => options with { CommandTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => options with { AfterDataTimeout = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentException>(() => Sample.Message() with { Recipients = [] });
    }

    [Fact]
    public void Options_never_show_the_password()
    {
        var options = new SmtpOptions
        {
            Host = "a.example",
            ClientName = "b.example",
            Credentials = new SmtpCredentials("hemlig-person", "hemligt-ord"),
        };
        Assert.DoesNotContain("hemlig", options.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SmtpCredentials("a", "b\0c"));
    }
}
