using Microsoft.Extensions.Logging.Abstractions;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>Connections that are kept for the next message.</summary>
public class SmtpPoolTests
{
    private static readonly (string Command, string Reply) Resets = ("RSET", "250 2.0.0 Ok");

    [Fact]
    public async Task Messages_share_a_connection_up_to_a_number()
    {
        await using var server = new MailServer(Resets);
        await using (var transport = Transport(server.Port))
            for (var i = 0; i <= SmtpPool.MostMessages; i++) await SentAsync(transport);
        Assert.Equal(2, server.Commands.Count(c => c == "connect"));
        Assert.Equal(SmtpPool.MostMessages - 1, server.Commands.Count(c => c == "RSET"));
        Assert.Equal(2, server.Commands.Count(c => c == "QUIT"));
    }

    [Fact]
    public async Task A_connection_that_has_lain_still_is_closed()
    {
        var time = new HandTime();
        await using var server = new MailServer(Resets);
        await using var transport = Transport(server.Port, time);
        await SentAsync(transport);
        time.Forward(SmtpPool.MostIdle - TimeSpan.FromSeconds(1));
        await SentAsync(transport);
        Assert.Single(server.Commands, c => c == "connect");
        time.Forward(SmtpPool.MostIdle);
        await SentAsync(transport);
        Assert.Equal(2, server.Commands.Count(c => c == "connect"));
    }

    [Theory]
    [InlineData("RSET", "")]
    [InlineData("RSET", "421 4.4.2 Idle for too long")]
    [InlineData("RSET", "502 5.5.1 What?")]
    public async Task A_kept_connection_that_is_dead_is_replaced_within_the_try(string command, string reply)
    {
        await using var server = new MailServer((command, reply));
        await using var transport = Transport(server.Port);
        await SentAsync(transport);
        await SentAsync(transport);
        Assert.Equal(2, server.Commands.Count(c => c == "connect"));
        Assert.Equal(2, server.Commands.Count(c => c.StartsWith("MAIL", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_fault_on_a_new_connection_is_the_tries_own()
    {
        await using var server = new MailServer(("MAIL", "421 4.3.2 Closing"));
        await using var transport = Transport(server.Port);
        Assert.Equal((AttemptOutcome.Transient, "smtp.deferred"), await SendAsync(transport));
        Assert.Single(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_recipient_leaves_the_connection_for_the_next()
    {
        await using var server = new MailServer(Resets, ("RCPT", "550 5.1.1 No such user"));
        await using var transport = Transport(server.Port);
        Assert.Equal((AttemptOutcome.Permanent, "smtp.recipient-refused"), await SendAsync(transport));
        Assert.Equal((AttemptOutcome.Permanent, "smtp.recipient-refused"), await SendAsync(transport));
        Assert.Single(server.Commands, c => c == "connect");
    }

    [Theory]
    [InlineData(true, AttemptOutcome.Transient, "mail.token-unavailable")]
    [InlineData(false, AttemptOutcome.Permanent, "mail.token-refused")]
    public async Task Without_a_token_nothing_is_opened(bool mayPass, AttemptOutcome outcome, string code)
    {
        await using var server = new MailServer();
        var options = Options(server.Port) with { Auth = MailAuth.OAuth, User = "samverkan@alingsas.example", Security = MailSecurity.Required };
        await using var transport = new SmtpTransport(options, NullLogger<SmtpTransport>.Instance, new NoTokens(mayPass));
        Assert.Equal((outcome, code), await SendAsync(transport, options));
        Assert.Empty(server.Commands);
        Assert.Contains(code, Failures.Known);
    }

    private static MailOptions Options(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = MailSecurity.Off,
        From = "samverkan@alingsas.example",
    };

    private static SmtpTransport Transport(int port, TimeProvider? time = null) => new(Options(port), NullLogger<SmtpTransport>.Instance, time: time);

    private static async Task SentAsync(SmtpTransport transport) => Assert.Equal((AttemptOutcome.HandedOver, "smtp.accepted"), await SendAsync(transport));

    private static async Task<(AttemptOutcome, string)> SendAsync(SmtpTransport transport, MailOptions? options = null)
    {
        var result = await new EmailChannel(transport, options ?? Options(25)).SendAsync(Parcels.Adopted(), default);
        return (result.Outcome, result.Code);
    }

    private sealed class NoTokens(bool mayPass) : IMailTokens
    {
        public Task<MailToken> GetAsync(MailToken? refused, CancellationToken cancellation) => Task.FromResult(mayPass ? MailToken.Unavailable : MailToken.Refused);
    }
}
