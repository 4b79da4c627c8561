using System.Net;
using System.Net.Sockets;
using System.Text;
using Samverkan.Formats.Smtp;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>Broken lines, slow and hostile servers.</summary>
public sealed class SmtpNetworkTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Nobody_listening_is_transient()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var result = await SmtpClient.SendAsync(
            new SmtpOptions { Host = "127.0.0.1", Port = port, ClientName = "a.example" }, Sample.Message());
        AssertFailed(result, SmtpPhase.Connect, SmtpFault.Unreachable);
    }

    [Theory]
    [InlineData("greeting", SmtpPhase.Greeting, SmtpFault.Disconnected)]
    [InlineData("EHLO", SmtpPhase.Ehlo, SmtpFault.Disconnected)]
    [InlineData("MAIL", SmtpPhase.MailFrom, SmtpFault.Disconnected)]
    [InlineData("RCPT", SmtpPhase.RcptTo, SmtpFault.Disconnected)]
    [InlineData("DATA", SmtpPhase.Data, SmtpFault.Disconnected)]
    [InlineData(".", SmtpPhase.AfterData, SmtpFault.OutcomeUnknown)]
    public async Task A_connection_cut_is_transient_and_after_the_dot_unknown(string line, SmtpPhase phase, SmtpFault fault)
    {
        await using var server = ScriptedServer.Polite((line, ScriptedSession.Cut));
        AssertFailed(await SmtpClient.SendAsync(server.Options(), Sample.Message()), phase, fault);
    }

    [Theory]
    [InlineData("greeting", SmtpPhase.Greeting, SmtpFault.TimedOut)]
    [InlineData("EHLO", SmtpPhase.Ehlo, SmtpFault.TimedOut)]
    [InlineData("MAIL", SmtpPhase.MailFrom, SmtpFault.TimedOut)]
    [InlineData("RCPT", SmtpPhase.RcptTo, SmtpFault.TimedOut)]
    [InlineData("DATA", SmtpPhase.Data, SmtpFault.TimedOut)]
    public async Task A_silent_server_is_left_in_time(string line, SmtpPhase phase, SmtpFault fault)
    {
        await using var server = ScriptedServer.Polite((line, ScriptedSession.Silence));
        AssertFailed(await SmtpClient.SendAsync(server.Options() with { CommandTimeout = Short }, Sample.Message()), phase, fault);
    }

    [Fact]
    public async Task Silence_after_the_dot_has_a_time_of_its_own_and_is_unknown()
    {
        await using var server = ScriptedServer.Polite((".", ScriptedSession.Silence));
        var result = await SmtpClient.SendAsync(server.Options() with { AfterDataTimeout = Short }, Sample.Message());
        AssertFailed(result, SmtpPhase.AfterData, SmtpFault.OutcomeUnknown);
    }

    [Theory]
    [InlineData(".", "999 what", SmtpPhase.AfterData, SmtpFault.OutcomeUnknown)]
    [InlineData(".", "354 again", SmtpPhase.AfterData, SmtpFault.OutcomeUnknown)]
    [InlineData("DATA", "250 ok", SmtpPhase.Data, SmtpFault.NotSmtp)]
    [InlineData("MAIL", "250 ok\r\n250 and more", SmtpPhase.RcptTo, SmtpFault.NotSmtp)]
    [InlineData("MAIL", "250-ok\r\n251 other", SmtpPhase.MailFrom, SmtpFault.NotSmtp)]
    [InlineData("MAIL", "25", SmtpPhase.MailFrom, SmtpFault.NotSmtp)]
    [InlineData("MAIL", "250_ok", SmtpPhase.MailFrom, SmtpFault.NotSmtp)]
    [InlineData("greeting", "HTTP/1.1 400 Bad Request", SmtpPhase.Greeting, SmtpFault.NotSmtp)]
    [InlineData("greeting", "354 go on", SmtpPhase.Greeting, SmtpFault.NotSmtp)]
    public async Task What_is_no_answer_is_no_success(string line, string answer, SmtpPhase phase, SmtpFault fault)
    {
        await using var server = ScriptedServer.Polite((line, answer));
        AssertFailed(await SmtpClient.SendAsync(server.Options(), Sample.Message()), phase, fault);
    }

    [Theory]
    [InlineData("250-and more\r\n", "250-")]
    [InlineData("x", "250 ")]
    [InlineData("\0\u0001", "")]
    public async Task An_answer_without_end_is_left(string piece, string start)
    {
        await using var server = ScriptedServer.Start(async session =>
        {
            await session.SayAsync("220 test\r\n");
            await session.HearAsync();
            await session.SayAsync(start);
            while (true)
                await session.SayAsync(piece);
        });
        AssertFailed(await SmtpClient.SendAsync(server.Options(), Sample.Message()), SmtpPhase.Ehlo, SmtpFault.NotSmtp);
    }

    [Fact]
    public async Task A_tarpit_that_drips_does_not_lengthen_the_time_for_an_answer()
    {
        await using var server = ScriptedServer.Start(async session =>
        {
            while (true)
            {
                await session.SayAsync("220-wait\r\n");
                await Task.Delay(50, session.Stop);
            }
        });
        var result = await SmtpClient.SendAsync(server.Options() with { CommandTimeout = Short }, Sample.Message());
        AssertFailed(result, SmtpPhase.Greeting, SmtpFault.TimedOut);
    }

    [Fact]
    public async Task A_server_that_stops_taking_data_is_left_in_time()
    {
        await using var server = ScriptedServer.Start(async session =>
        {
            await session.SayAsync("220 test\r\n");
            foreach (var answer in (string[])["250 test", "250 ok", "250 ok", "354 go on"])
            {
                await session.HearAsync();
                await session.SayAsync(answer + "\r\n");
            }

            await Task.Delay(Timeout.Infinite, session.Stop);
        });
        var result = await SmtpClient.SendAsync(server.Options() with { DataBlockTimeout = Short }, Large());
        AssertFailed(result, SmtpPhase.Data, SmtpFault.TimedOut);
    }

    [Theory]
    [InlineData("552 5.3.4 too large\r\n", SmtpFault.Refused, false)]
    [InlineData("452 4.3.1 disk full\r\n", SmtpFault.Refused, true)]
    [InlineData("", SmtpFault.Disconnected, true)]
    [InlineData("250 what?\r\n", SmtpFault.Disconnected, true)]
    public async Task Last_words_of_a_server_that_hangs_up_in_the_data_are_kept(string words, SmtpFault fault, bool transient)
    {
        await using var server = ScriptedServer.Start(async session =>
        {
            await session.SayAsync("220 test\r\n");
            foreach (var answer in (string[])["250 test", "250 ok", "250 ok", "354 go on"])
            {
                await session.HearAsync();
                await session.SayAsync(answer + "\r\n");
            }

            await session.HearAsync();
            await session.SayAsync(words);
            session.Reset();
        });
        var result = await SmtpClient.SendAsync(server.Options(), Large());
        Assert.Equal((SmtpPhase.Data, transient), (result.Failure!.Phase, result.Failure.IsTransient));
        Assert.Equal(fault, result.Failure.Fault);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_closes()
    {
        await using var server = ScriptedServer.Polite((".", ScriptedSession.Silence));
        using var cancel = new CancellationTokenSource();
        var opening = await SmtpConnection.OpenAsync(server.Options(), cancellationToken: cancel.Token);
        await using var connection = opening.Connection!;
        var sending = connection.SendAsync(Sample.Message(), new Listener(progress =>
        {
            if (progress.Phase == SmtpPhase.AfterData)
                cancel.CancelAfter(50);
        }), cancel.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.False(connection.IsUsable);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SmtpConnection.OpenAsync(server.Options(), null, cancel.Token));
    }

    [Fact]
    public async Task Progress_tells_each_step_and_goes_on_while_waiting()
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = ScriptedServer.Start(async session =>
        {
            await session.SayAsync("220 test\r\n");
            foreach (var answer in (string[])["250 test", "250 ok", "250 ok", "354 go on"])
            {
                await session.HearAsync();
                await session.SayAsync(answer + "\r\n");
            }

            await session.HearContentAsync();
            await waits.Task;
            await session.SayAsync("250 kept\r\n");
        });
        var seen = new List<SmtpProgress>();
        var beats = 0;
        var result = await SmtpClient.SendAsync(
            server.Options() with { ProgressInterval = TimeSpan.FromMilliseconds(20) },
            Large(),
            new Listener(progress =>
            {
                lock (seen)
                    seen.Add(progress);
                if (progress.Phase == SmtpPhase.AfterData && Interlocked.Increment(ref beats) == 5)
                    waits.SetResult();
            }));
        Assert.True(result.IsAccepted);
        SmtpPhase[] steps =
            [SmtpPhase.Connect, SmtpPhase.Greeting, SmtpPhase.Ehlo, SmtpPhase.Auth, SmtpPhase.MailFrom, SmtpPhase.RcptTo, SmtpPhase.Data];
        Assert.Equal(steps, seen.Select(progress => progress.Phase).Distinct().Except([SmtpPhase.Prepare, SmtpPhase.AfterData]));
        Assert.True(seen.Count(progress => progress.Phase == SmtpPhase.Data) > 100, "a report for each block");
        Assert.Equal(Large().Size, seen[^1].BytesSent);
    }

    private static SmtpMessage Large()
    {
        const int Pieces = 1000;
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 98) + "\r\n", 200)));
        return Sample.Message() with
        {
            Size = Pieces * piece.Length,
            WriteAsync = async (output, cancellationToken) =>
            {
                for (var i = 0; i < Pieces; i++)
                    await output.WriteAsync(piece, cancellationToken);
            },
        };
    }

    private static void AssertFailed(SmtpResult result, SmtpPhase phase, SmtpFault fault)
    {
        Assert.Equal((phase, fault), (result.Failure?.Phase, result.Failure?.Fault));
        Assert.True(result.Failure!.IsTransient);
        Assert.True(result.Failure.IsOfEndpoint);
        Assert.All(result.Recipients, recipient => Assert.Equal(result.Failure, recipient.Failure));
    }

    private sealed class Listener(Action<SmtpProgress> listen) : IProgress<SmtpProgress>
    {
        public void Report(SmtpProgress value) => listen(value);
    }
}
