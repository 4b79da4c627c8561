using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Samverkan.Dispatch.Channels.Webhooks;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

/// <summary>What the channel makes of connections that fail, at each of their steps.</summary>
public sealed class WebhookConnectionTests
{
    private readonly WebhookSending _sending = new();

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_it_unknown_whether_it_arrived()
    {
        await using var receiver = await Receiver.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var result = await _sending.SendAsync(receiver.Port, _sending.Options with { Timeout = TimeSpan.FromSeconds(1) });
        Assert.Equal(WebhookSending.Transient(WebhookCodes.OutcomeUnknown), result);
        Assert.Single(receiver.Posts);
    }

    [Fact]
    public async Task A_connection_cut_after_the_body_leaves_it_unknown_whether_it_arrived()
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(WebhookSending.Transient(WebhookCodes.OutcomeUnknown), await _sending.SendAsync(receiver.Port));
    }

    [Fact]
    public async Task A_connection_cut_before_the_body_was_through_is_a_broken_one()
    {
        var port = Listen(async client =>
        {
            await client.GetStream().ReadExactlyAsync(new byte[100]);
            client.Client.Close(0);
        });
        var parcel = Parcels.Adopted() with { Channel = WebhookSending.Address("http", port) };
        parcel = parcel with { Letter = parcel.Letter with { Text = new string('x', 30_000_000) } };
        Assert.Equal(WebhookSending.Transient(WebhookCodes.Disconnected), await _sending.Channel(_sending.Options, new SampleLinks("https://samverkan.example/")).SendAsync(parcel, default));
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal(WebhookSending.Transient(WebhookCodes.Unreachable), await _sending.SendAsync(port));
    }

    [Fact]
    public async Task What_speaks_no_HTTP_is_told_apart()
    {
        var port = Listen(async client => await client.GetStream().WriteAsync("220 mejl.example ESMTP\r\n"u8.ToArray()));
        Assert.Equal(WebhookSending.Transient(WebhookCodes.NotHttp), await _sending.SendAsync(port));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_a_permanent_fault()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await using var receiver = await Receiver.StartAsync(_ => Task.CompletedTask, certificate);
        var result = await _sending.SendAsync(receiver.Port, scheme: "https");
        Assert.Equal(WebhookSending.Permanent(WebhookCodes.CertificateInvalid) with { Endpoint = EndpointHealth.Fails }, result);
        Assert.Empty(receiver.Posts);
    }

    [Fact]
    public async Task A_handshake_that_fails_may_pass()
    {
        await using var receiver = await Receiver.StartAsync(200);
        Assert.Equal(WebhookSending.Transient(WebhookCodes.TlsFailed), await _sending.SendAsync(receiver.Port, scheme: "https"));
    }

    private static int Listen(Func<TcpClient, Task> serve)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await serve(client);
            await Task.Delay(1000);
            listener.Stop();
        });
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
