using Microsoft.Extensions.Logging.Abstractions;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Tests.Servers;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>Logging in with access tokens (XOAUTH2) at the npm package smtp-server, which refuses those that have ended.</summary>
public sealed class TokenLoginTests
{
    private static readonly (AttemptOutcome, string) Sent = (AttemptOutcome.HandedOver, "smtp.accepted");
    private static readonly (AttemptOutcome, string) Expired = (AttemptOutcome.Transient, "smtp.login-expired");
    private static readonly (AttemptOutcome, string) Refused = (AttemptOutcome.Permanent, "smtp.login-refused");

    [SmtpServerFact]
    public async Task A_token_that_has_ended_costs_a_try_and_the_next_brings_a_new_one()
    {
        await using var play = await Play.StartAsync(new ListedTokens("gammal", "ny"), "--token", "gammal*1", "--token", "ny");
        Assert.Equal(Sent, Short(await play.SendAsync()));
        Assert.Equal(Sent, Short(await play.SendAsync())); // over the same connection, which stays logged in
        play.Time.Forward(SmtpPool.MostIdle);
        var ended = await play.SendAsync();
        Assert.Equal((Expired, EndpointHealth.Unknown), (Short(ended), ended.Endpoint));
        Assert.StartsWith("535 ", ended.Answer, StringComparison.Ordinal);
        Assert.Equal(Sent, Short(await play.SendAsync()));

        Assert.Equal([null, null, MailToken.Of("gammal")], play.Issuer.Refused);
        Assert.Equal(3, play.Server.Journal().Count(line => line.What == "connect"));
        Assert.Equal(3, play.Server.Messages().Count);
        Assert.All(play.Server.Received(), m => Assert.Equal("samverkan@alingsas.example", m.Envelope.GetProperty("user").GetString()));
    }

    [SmtpServerFact]
    public async Task A_new_token_that_is_refused_needs_a_person()
    {
        await using var play = await Play.StartAsync(new ListedTokens("gammal", "ny"), "--token", "gammal*1");
        Assert.Equal(Sent, Short(await play.SendAsync()));
        play.Time.Forward(SmtpPool.MostIdle);
        Assert.Equal(Expired, Short(await play.SendAsync()));
        var refused = await play.SendAsync();
        Assert.Equal((Refused, EndpointHealth.Fails), (Short(refused), refused.Endpoint));
        Assert.Single(play.Server.Messages());
    }

    [SmtpServerFact]
    public async Task The_first_token_of_all_is_new_and_when_the_mailbox_is_opened_a_newer_one_is_asked_for()
    {
        await using var play = await Play.StartAsync(new ListedTokens("utan rätt", "med rätt"), "--token", "med rätt");
        Assert.Equal(Refused, Short(await play.SendAsync()));
        Assert.Equal(Sent, Short(await play.SendAsync()));
    }

    [SmtpServerFact]
    public async Task A_server_that_cannot_log_anybody_in_for_now_says_nothing_of_the_token()
    {
        await using var play = await Play.StartAsync(new ListedTokens("a", "b"), "--token", "a", "--fail", "auth=454*1");
        Assert.Equal((AttemptOutcome.Transient, "smtp.deferred"), Short(await play.SendAsync()));
        Assert.Equal(Sent, Short(await play.SendAsync()));
        Assert.Equal([null, null], play.Issuer.Refused);
    }

    private static (AttemptOutcome, string) Short(ChannelResult result) => (result.Outcome, result.Code);

    private sealed class Play(SmtpServerProcess server, SmtpTransport transport, MailOptions options, ListedTokens issuer, HandTime time) : IAsyncDisposable
    {
        public SmtpServerProcess Server => server;

        public ListedTokens Issuer => issuer;

        public HandTime Time => time;

        public static async Task<Play> StartAsync(ListedTokens issuer, params string[] arguments)
        {
            using var files = new CertificateFiles(TestCertificates.Valid);
            var server = await SmtpServerProcess.StartAsync(["--journal", "--tls", "starttls", "--key", files.Key, "--cert", files.Certificate, .. arguments]);
            var options = new MailOptions
            {
                Host = "127.0.0.1",
                Port = server.Port,
                Auth = MailAuth.OAuth,
                User = "samverkan@alingsas.example",
                From = "samverkan@alingsas.example",
                TrustedRootFile = files.Root,
            };
            var time = new HandTime();
            return new Play(server, new SmtpTransport(options, NullLogger<SmtpTransport>.Instance, issuer, time), options, issuer, time);
        }

        public Task<ChannelResult> SendAsync() => new EmailChannel(transport, options).SendAsync(Parcels.Adopted(), default);

        public async ValueTask DisposeAsync()
        {
            await transport.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
