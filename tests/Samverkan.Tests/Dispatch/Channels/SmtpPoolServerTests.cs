using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;
using Samverkan.Signals;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>Kept connections at the npm package smtp-server, which notes what each of them says.</summary>
public sealed class SmtpPoolServerTests
{
    private static readonly (AttemptOutcome, string) Sent = (AttemptOutcome.HandedOver, "smtp.accepted");
    private static readonly (AttemptOutcome, string) Deferred = (AttemptOutcome.Transient, "smtp.deferred");

    [SmtpServerFact]
    public async Task Messages_in_a_row_go_over_one_connection_which_is_left_with_QUIT()
    {
        await using var server = await StartAsync();
        await using (var transport = Transport(server.Port))
            for (var i = 1; i <= 10; i++) Assert.Equal(Sent, await SendAsync(transport, i));
        await UntilAsync(() => Said(server, 1, "close"));
        Assert.All(server.Journal(), line => Assert.Equal(1, line.Connection));
        Assert.Equal((10, 9, 1), (Count(server, "MAIL"), Count(server, "RSET"), Count(server, "QUIT")));
        Assert.Equal(Numbers(10), Arrived(server));
    }

    [SmtpServerFact]
    public async Task A_connection_that_has_lain_still_is_left_with_QUIT_by_the_pools_own_timer_and_a_new_one_opened()
    {
        var time = new HandTime();
        await using var server = await StartAsync();
        await using var transport = Transport(server.Port, time);
        Assert.Equal(Sent, await SendAsync(transport, 1));
        time.Forward(SmtpPool.MostIdle);
        time.Ring();
        await UntilAsync(() => Said(server, 1, "close"));
        Assert.True(Said(server, 1, "QUIT"));
        Assert.Equal(Sent, await SendAsync(transport, 2));
        Assert.Equal(2, Count(server, "connect"));
        Assert.Equal(Numbers(2), Arrived(server));
    }

    [SmtpServerTheory]
    [InlineData("off")]
    [InlineData("implicit")]
    public async Task A_connection_that_the_server_has_closed_for_idling_is_replaced_and_the_message_arrives_once(string tls)
    {
        using var files = new CertificateFiles(TestCertificates.Valid);
        await using var server = await StartAsync("--tls", tls, "--key", files.Key, "--cert", files.Certificate, "--idle", "4000");
        var security = tls == "off" ? MailSecurity.Off : MailSecurity.Implicit;
        await using var transport = Transport(server.Port, change: o => o with { Security = security, TrustedRootFile = files.Root });
        Assert.Equal(Sent, await SendAsync(transport, 1));
        await UntilAsync(() => Said(server, 1, "421"));
        Assert.Equal(Sent, await SendAsync(transport, 2));
        Assert.Equal(2, Count(server, "connect"));
        Assert.Equal(Numbers(2), Arrived(server));
    }

    [SmtpServerFact]
    public async Task A_server_that_has_been_restarted_gets_the_next_message_once_within_its_try()
    {
        SmtpTransport transport;
        int port;
        await using (var before = await StartAsync())
        {
            port = before.Port;
            transport = Transport(port);
            Assert.Equal(Sent, await SendAsync(transport, 1));
            Assert.Equal(Numbers(1), Arrived(before));
        }

        await using (transport)
        {
            await using var after = await StartAsync("--port", port.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Sent, await SendAsync(transport, 2));
            Assert.Equal([2], Arrived(after));
            Assert.Equal(1, Count(after, "connect"));
        }
    }

    [SmtpServerTheory]
    [InlineData("connect=421*1", AttemptOutcome.Transient, "smtp.deferred")]
    [InlineData("connect=554*1", AttemptOutcome.Permanent, "smtp.server-refused")]
    [InlineData("ehlo=421*1", AttemptOutcome.Transient, "smtp.deferred")]
    [InlineData("ehlo=550*1", AttemptOutcome.Permanent, "smtp.server-refused")]
    [InlineData("starttls=454*1", AttemptOutcome.Transient, "smtp.deferred")]
    [InlineData("starttls=501*1", AttemptOutcome.Permanent, "smtp.tls-refused")]
    public async Task A_server_that_refuses_before_there_is_a_message_gets_the_next_one_on_a_new_connection(string fault, AttemptOutcome outcome, string code)
    {
        using var files = new CertificateFiles(TestCertificates.Valid);
        await using var server = await StartAsync("--tls", "starttls", "--key", files.Key, "--cert", files.Certificate, "--fail", fault);
        await using var transport = Transport(server.Port, change: o => o with { Security = MailSecurity.Required, TrustedRootFile = files.Root });
        var refused = await TryAsync(transport, 1);
        Assert.Equal((outcome, code, EndpointHealth.Fails), (refused.Outcome, refused.Code, refused.Endpoint));
        Assert.Equal(Sent, await SendAsync(transport, 2));
        Assert.Equal((2, 1), (Count(server, "connect"), Count(server, "MAIL")));
        Assert.Equal([2], Arrived(server));
    }

    [SmtpServerTheory]
    [InlineData("mail=550*1", "smtp.sender-refused")]
    [InlineData("rcpt:folkhalsa@region.example=550*1", "smtp.recipient-refused")]
    [InlineData("data=554*1", "smtp.message-refused")]
    public async Task A_refused_message_leaves_the_connection_reset_for_the_next(string fault, string code)
    {
        await using var server = await StartAsync("--fail", fault);
        await using var transport = Transport(server.Port);
        Assert.Equal((AttemptOutcome.Permanent, code), await SendAsync(transport, 1));
        Assert.Equal(Sent, await SendAsync(transport, 2));
        Assert.Equal([2], Arrived(server));
        Assert.Equal((1, 1), (Count(server, "connect"), Count(server, "RSET")));
        var said = server.Journal().Select(line => line.What).ToList();
        Assert.Equal(said.LastIndexOf("MAIL") - 1, said.IndexOf("RSET"));
    }

    [SmtpServerTheory]
    [InlineData("mail=421*1")]
    [InlineData("rcpt:folkhalsa@region.example=421*1")]
    [InlineData("data=421*1")]
    public async Task A_421_on_a_new_connection_is_the_tries_end_and_the_connections(string fault)
    {
        await using var server = await StartAsync("--fail", fault);
        await using var transport = Transport(server.Port);
        Assert.Equal(Deferred, await SendAsync(transport, 1));
        Assert.Equal((1, 1), (Count(server, "connect"), Count(server, "MAIL")));
        Assert.Equal(Sent, await SendAsync(transport, 2));
        Assert.Equal((2, 0), (Count(server, "connect"), Count(server, "RSET")));
        Assert.Equal([2], Arrived(server));
    }

    // Before MAIL FROM is answered the server has nothing of the message; after that, the answer is about this message.
    [SmtpServerTheory]
    [InlineData("mail=421*1@2", true)]
    [InlineData("rcpt:folkhalsa@region.example=421*1@2", false)]
    [InlineData("data=421*1@2", false)]
    public async Task A_421_on_a_kept_connection_opens_another_in_the_same_try_at_MAIL_alone(string fault, bool arrives)
    {
        await using var server = await StartAsync("--fail", fault);
        await using var transport = Transport(server.Port);
        Assert.Equal(Sent, await SendAsync(transport, 1));
        Assert.Equal(arrives ? Sent : Deferred, await SendAsync(transport, 2));
        Assert.Equal(arrives ? 2 : 1, Count(server, "connect"));
        Assert.Equal(Sent, await SendAsync(transport, 3));
        Assert.Equal(2, Count(server, "connect"));
        Assert.Equal(arrives ? Numbers(3) : [1, 3], Arrived(server));
    }

    [SmtpServerFact]
    public async Task Many_at_once_never_hold_more_connections_than_the_endpoint_may_have_and_all_arrive_once()
    {
        const int Most = 3;
        await using var server = await StartAsync("--delay", "20");
        await using var transport = Transport(server.Port);
        using var instrumentation = new Instrumentation();
        using var endpoints = new EndpointPipelines(new EndpointOptions { AtOnce = Most }, SystemClock.Instance, instrumentation);
        await Task.WhenAll(Numbers(40).Select(i => Task.Run(() => LetInAsync(endpoints, transport, i))));
        var open = new HashSet<int>();
        foreach (var (connection, what) in server.Journal())
        {
            _ = what == "close" ? open.Remove(connection) : open.Add(connection);
            Assert.InRange(open.Count, 0, Most);
        }

        Assert.InRange(Count(server, "connect"), 1, Most);
        Assert.Equal(Numbers(40), Arrived(server).Order());
    }

    [SmtpServerFact]
    public async Task Disposing_says_QUIT_on_every_connection_before_it_waits_for_an_answer()
    {
        await using var server = await StartAsync("--delay", "2000", "--quit-delay", "2000");
        await using (var transport = Transport(server.Port))
            await Task.WhenAll(Numbers(3).Select(i => Task.Run(() => SendAsync(transport, i))));
        Assert.Equal(3, Count(server, "connect"));
        await UntilAsync(() => Count(server, "close") == 3);
        Assert.Equal(["QUIT", "QUIT", "QUIT", "close", "close", "close"], server.Journal().Select(line => line.What).TakeLast(6));
        Assert.Equal(Numbers(3), Arrived(server).Order());
    }

    private static Task<SmtpServerProcess> StartAsync(params string[] arguments) => SmtpServerProcess.StartAsync(["--journal", .. arguments]);

    private static MailOptions Options(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = MailSecurity.Off,
        From = "samverkan@alingsas.example",
    };

    private static SmtpTransport Transport(int port, TimeProvider? time = null, Func<MailOptions, MailOptions>? change = null) =>
        new((change ?? (o => o))(Options(port)), NullLogger<SmtpTransport>.Instance, time: time);

    private static async Task<(AttemptOutcome, string)> SendAsync(SmtpTransport transport, int number)
    {
        var result = await TryAsync(transport, number);
        return (result.Outcome, result.Code);
    }

    private static Task<ChannelResult> TryAsync(SmtpTransport transport, int number)
    {
        var message = MailComposer.Compose(Parcels.Adopted(), EmailAddress.Parse("folkhalsa@region.example"), Options(25));
        var id = MessageId.Parse(string.Create(CultureInfo.InvariantCulture, $"nr-{number}@alingsas.example"));
        return transport.SendAsync(message with { MessageId = id }, returnPath: null, default);
    }

    // What is not let in comes again, as the queue would have it.
    private static async Task LetInAsync(EndpointPipelines endpoints, SmtpTransport transport, int number)
    {
        ChannelResult? result = null;
        while (await endpoints.RunAsync(transport.Endpoint!.Value, async _ => (result = await TryAsync(transport, number)).Endpoint, default) is not null)
            await Task.Delay(50);
        Assert.Equal(AttemptOutcome.HandedOver, result!.Outcome);
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static IEnumerable<int> Arrived(SmtpServerProcess server) => server.Messages()
        .Select(bytes => MimeReader.Read(bytes).Header("Message-ID")!)
        .Select(id => int.Parse(id.TrimStart('<').Split('@')[0]["nr-".Length..], CultureInfo.InvariantCulture));

    private static int Count(SmtpServerProcess server, string what) => server.Journal().Count(line => line.What == what);

    private static bool Said(SmtpServerProcess server, int connection, string what) => server.Journal().Contains((connection, what));

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); await Task.Delay(50))
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "It did not happen in time.");
    }
}
