using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Samverkan.Functions.LocalHost;

namespace Samverkan.Functions.Tests;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("HTTP://127.0.0.1:0/")]
    [InlineData("http://127.0.0.1:0;")]
    [InlineData("http://127.0.0.1:0;http://*:0")]
    [InlineData("http://unix:/tmp/samverkan.sock")]
    public void What_the_server_can_have_is_no_problem(string urls) => Assert.Null(ListenAddresses.Problem(urls));

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("sidorna")]
    [InlineData("127.0.0.1:7071")]
    [InlineData("https://127.0.0.1:7071")]
    [InlineData("http://127.0.0.1:7071/sidor")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("http://127.0.0.1:-1")]
    [InlineData("http://localhost:0")]
    public void What_is_no_address_is_answered_with_how_one_is_written(string url) =>
        Assert.StartsWith($"Sidorna kan inte visas på ”{url}”. Skriv http://, adress och port", ListenAddresses.Problem(url), StringComparison.Ordinal);

    [Fact]
    public void An_address_of_another_machine_is_said_to_be_so() =>
        Assert.StartsWith("Den här datorn har inte adressen http://192.0.2.1:7071.", ListenAddresses.Problem("http://192.0.2.1:7071"), StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("*")]
    public void One_that_is_taken_is_named_also_among_others(string host)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://{host}:{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.Equal(ListenAddresses.Taken(url), ListenAddresses.Problem("http://127.0.0.1:0;" + url));
    }
}
