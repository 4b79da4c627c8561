using System.Net;
using System.Net.Sockets;
using Samverkan.Dispatch.Channels.Webhooks;

namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

public sealed class GuardedConnectionTests
{
    private int _lookups;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.8")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.0.1")]
    public async Task A_name_that_leads_to_a_private_address_is_not_connected_to(string address)
    {
        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => OpenAsync("offentlig.example", 443, true, [], [address]));
        Assert.Equal(WebhookCodes.PrivateAddress, refused.Code);
    }

    [Fact]
    public async Task An_address_written_as_itself_is_refused_too()
    {
        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => OpenAsync("169.254.169.254", 80, true, ["intern.example"], ["169.254.169.254"]));
        Assert.Equal(WebhookCodes.PrivateAddress, refused.Code);
    }

    [Fact]
    public async Task An_allowed_name_is_looked_up_once_and_what_was_checked_is_connected_to()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using var stream = await OpenAsync("INTERN.example", port, false, ["intern.example"], ["127.0.0.1"], ["10.0.0.1"]);

        Assert.Equal(1, _lookups);
        using var accepted = await listener.AcceptTcpClientAsync();
        Assert.True(accepted.Connected);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_second_time_gains_nothing()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        // Public the first time: that address is tried, answered or not, and no other is ever asked for.
        var fault = await Record.ExceptionAsync(() => OpenAsync("ombunden.example", 9, true, [], ["192.31.196.1"], patience.Token, ["127.0.0.1"]));
        Assert.IsNotType<RefusedAddressException>(fault);
        Assert.Equal(1, _lookups);
    }

    [Fact]
    public async Task Clear_text_goes_to_this_machine_alone()
    {
        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => OpenAsync("intern.example", 80, false, ["intern.example"], ["10.0.0.8"]));
        Assert.Equal(WebhookCodes.Insecure, refused.Code);
    }

    [Fact]
    public async Task A_name_without_addresses_is_not_found()
    {
        var fault = await Assert.ThrowsAsync<SocketException>(() => OpenAsync("borta.example", 443, true, [], []));
        Assert.Equal(SocketError.HostNotFound, fault.SocketErrorCode);
    }

    private Task<Stream> OpenAsync(string host, int port, bool secure, string[] allowed, string[] first, params string[][] later) =>
        OpenAsync(host, port, secure, allowed, first, CancellationToken.None, later);

    private async Task<Stream> OpenAsync(
        string host, int port, bool secure, string[] allowed, string[] first, CancellationToken cancellation, params string[][] later)
    {
        string[][] answers = [first, .. later];
        var connection = new GuardedConnection(
            (_, _) => Task.FromResult(answers[_lookups++].Select(IPAddress.Parse).ToArray()), allowed);
        return await connection.OpenAsync(new DnsEndPoint(host, port), secure, cancellation);
    }
}
