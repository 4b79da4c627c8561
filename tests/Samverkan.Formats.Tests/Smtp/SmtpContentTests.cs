using System.Text;
using FsCheck.Fluent;
using Samverkan.Formats.Smtp;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>What goes between DATA and the dot.</summary>
public sealed class SmtpContentTests
{
    [Theory]
    [InlineData("Hej\r\n.\r\n..\r\n.x\r\n", "Hej\r\n..\r\n...\r\n..x\r\n")]
    [InlineData("no line end", "no line end\r\n")]
    [InlineData("", "")]
    [InlineData(".", "..\r\n")]
    public async Task Dots_are_stuffed_and_the_last_line_is_ended(string content, string sent)
    {
        var received = "";
        await using var server = Receiving(text => received = text);
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message(content));
        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal(sent, received);
    }

    [Theory]
    [InlineData("a\nb\r\n")]
    [InlineData("a\rb\r\n")]
    [InlineData("a\r\n.\n")]
    [InlineData("a\r\n.\rQUIT\r\n")]
    [InlineData("a\r\r\n")]
    [InlineData("a\r")]
    [InlineData("a\0b\r\n")]
    [InlineData("å\r\n")]
    public async Task What_a_server_could_read_in_two_ways_is_refused_and_never_ended(string content)
    {
        await using var server = ScriptedServer.Polite();
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message(content));
        Assert.Equal((SmtpPhase.Data, SmtpFault.InvalidContent), (result.Failure!.Phase, result.Failure.Fault));
        Assert.False(result.Failure.IsTransient);
        Assert.DoesNotContain(".", server.Heard);
    }

    [Fact]
    public async Task Lines_of_998_characters_pass_and_longer_ones_do_not()
    {
        await using var server = ScriptedServer.Polite();
        Assert.True((await SmtpClient.SendAsync(server.Options(), Sample.Message(new string('x', 998) + "\r\n"))).IsAccepted);
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message(new string('x', 999) + "\r\n"));
        Assert.Equal(SmtpFault.InvalidContent, result.Failure!.Fault);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Another_size_than_declared_is_refused(int difference)
    {
        await using var server = ScriptedServer.Polite();
        var message = Sample.Message();
        var result = await SmtpClient.SendAsync(server.Options(), message with { Size = message.Size + difference });
        Assert.Equal(SmtpFault.InvalidContent, result.Failure!.Fault);
        Assert.DoesNotContain(".", server.Heard);
    }

    [Fact]
    public async Task Content_that_cannot_be_read_is_the_callers_exception_and_the_server_gets_no_end()
    {
        await using var server = ScriptedServer.Polite();
        var opening = await SmtpConnection.OpenAsync(server.Options());
        await using var connection = opening.Connection!;
        var message = Sample.Message() with
        {
            WriteAsync = async (output, cancellationToken) =>
            {
                await output.WriteAsync("Subject: half"u8.ToArray(), cancellationToken);
                throw new FileNotFoundException("gone");
            },
        };
        await Assert.ThrowsAsync<FileNotFoundException>(() => connection.SendAsync(message));
        Assert.False(connection.IsUsable);
        Assert.DoesNotContain(".", server.Heard);
    }

    [Fact]
    public async Task Any_pieces_arrive_as_they_were_written()
    {
        var received = "";
        await using var server = Receiving(text => received = text, forever: true);
        var opening = await SmtpConnection.OpenAsync(server.Options());
        await using var connection = opening.Connection!;
        var lines = Gen.Elements(".", "..", ".\r\n", "\r\n", "x", "\r\n.\r\n", new string('y', 70)).ListOf().ToArbitrary();
        Properties.Check(Prop.ForAll(lines, pieces =>
        {
            var whole = string.Concat(pieces);
            var message = Sample.Message() with
            {
                Size = whole.Length,
                WriteAsync = async (output, cancellationToken) =>
                {
                    foreach (var piece in pieces)
                        await output.WriteAsync(Encoding.ASCII.GetBytes(piece), cancellationToken);
                },
            };
            var result = connection.SendAsync(message).GetAwaiter().GetResult();
            if (whole.Split("\r\n").Any(line => line.Length > 998))
                return true;
            var sent = whole.Length == 0 || whole.EndsWith("\r\n", StringComparison.Ordinal) ? whole : whole + "\r\n";
            return result.IsAccepted && received == string.Concat(sent.Split("\r\n")[..^1].Select(line => (line.StartsWith('.') ? "." : "") + line + "\r\n"));
        }), 100);
    }

    private static ScriptedServer Receiving(Action<string> receive, bool forever = false) => ScriptedServer.Start(async session =>
    {
        await session.SayAsync("220 test\r\n");
        while (await session.HearAsync() is { } line)
        {
            await session.SayAsync(line == "DATA" ? "354 go on\r\n" : "250 ok\r\n");
            if (line != "DATA")
                continue;
            receive(await session.HearContentAsync());
            await session.SayAsync("250 kept\r\n");
            if (!forever)
                return;
        }
    });
}
