using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class ChannelTests
{
    [Theory]
    [InlineData(ChannelType.Email, "a.b+c@region.example", "a.b+c@region.example")]
    [InlineData(ChannelType.Email, "anna@hälsa.example", "anna@xn--hlsa-loa.example")]
    [InlineData(ChannelType.Email, "anna@localhost", "anna@localhost")]
    [InlineData(ChannelType.Webhook, "https://system.example:8443/in?a=1", "https://system.example:8443/in?a=1")]
    [InlineData(ChannelType.Webhook, "https://hälsa.example/in", "https://xn--hlsa-loa.example/in")]
    [InlineData(ChannelType.Webhook, "http://127.0.0.1:5000/in", "http://127.0.0.1:5000/in")]
    [InlineData(ChannelType.Folder, "region.mottagning_1", "region.mottagning_1")]
    public void TryCreate_good_address_keeps_it_and_its_form_on_the_wire(ChannelType type, string address, string wire)
    {
        Assert.True(Channel.TryCreate(type, address, out var channel, out _));
        Assert.Equal((type, address, wire), (channel.Type, channel.Address, channel.WireAddress));
    }

    [Theory]
    [InlineData(ChannelType.Email, "")]
    [InlineData(ChannelType.Email, "@region.example")]
    [InlineData(ChannelType.Email, "anna@")]
    [InlineData(ChannelType.Email, "anna@region")]
    [InlineData(ChannelType.Email, "anna@region..example")]
    [InlineData(ChannelType.Email, "anna@region.example.")]
    [InlineData(ChannelType.Email, "anna@-region.example")]
    [InlineData(ChannelType.Email, "anna@[127.0.0.1]")]
    [InlineData(ChannelType.Email, "anna@127.0.0.1")]
    [InlineData(ChannelType.Email, "an na@region.example")]
    [InlineData(ChannelType.Email, ".anna@region.example")]
    [InlineData(ChannelType.Email, "an..na@region.example")]
    [InlineData(ChannelType.Email, "Anna <anna@region.example>")]
    [InlineData(ChannelType.Email, "anna@region.example\r\nRCPT TO:<x@y.example>")]
    [InlineData(ChannelType.Email, "åsa@region.example")]
    [InlineData(ChannelType.Webhook, "system.example/in")]
    [InlineData(ChannelType.Webhook, "ftp://system.example/in")]
    [InlineData(ChannelType.Webhook, "http://system.example/in")]
    [InlineData(ChannelType.Webhook, "https://user:pass@system.example/in")]
    [InlineData(ChannelType.Webhook, "https://system.example/in#del")]
    [InlineData(ChannelType.Webhook, "https://")]
    [InlineData(ChannelType.Webhook, "file:///etc/passwd")]
    [InlineData(ChannelType.Folder, "")]
    [InlineData(ChannelType.Folder, "..")]
    [InlineData(ChannelType.Folder, "a/b")]
    [InlineData(ChannelType.Folder, "a\\b")]
    [InlineData(ChannelType.Folder, "a.")]
    [InlineData(ChannelType.Folder, "CON.txt")]
    [InlineData(ChannelType.Folder, "lpt1")]
    public void TryCreate_bad_address_says_why(ChannelType type, string address)
    {
        Assert.False(Channel.TryCreate(type, address, out var channel, out var problem));
        Assert.Null(channel);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCreate_long_addresses_are_refused()
    {
        Assert.False(Channel.TryCreate(ChannelType.Email, new string('a', 65) + "@b.example", out _, out _));
        Assert.False(Channel.TryCreate(ChannelType.Email, "a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)), out _, out _));
        Assert.False(Channel.TryCreate(ChannelType.Webhook, "https://b.example/" + new string('a', 2000), out _, out _));
        Assert.False(Channel.TryCreate(ChannelType.Folder, new string('a', 64), out _, out _));
    }
}
