using Microsoft.Extensions.Logging.Abstractions;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;

namespace Samverkan.Tests.Dispatch.Channels;

public class SmtpTransportTests
{
    [Fact]
    public async Task A_message_is_handed_over_and_the_last_answer_kept()
    {
        await using var server = new MailServer();
        var result = await SendAsync(Options(server.Port));

        Assert.Equal(new ChannelResult(AttemptOutcome.HandedOver, "smtp.accepted", "250 2.0.0 Ok: queued as 4F2A") { Endpoint = EndpointHealth.Works }, result);
        Assert.Contains("EHLO samverkan.alingsas.example", server.Commands);
        Assert.Contains(server.Commands, c => c.StartsWith("MAIL FROM:<samverkan@alingsas.example>", StringComparison.Ordinal));
        Assert.Contains("RCPT TO:<folkhalsa@region.example>", server.Commands);
        var mail = MimeReader.Read(server.Message);
        Assert.Equal(Parcels.Adopted().Letter.Subject, mail.Header("Subject"));
        Assert.Equal(Parcels.ExtractBytes, mail.All().Last(part => part.IsAttachment).Content());
    }

    [Theory]
    [InlineData("connect", "421 4.3.2 Closing", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData("connect", "554 5.7.1 Not you", AttemptOutcome.Permanent, "smtp.server-refused", EndpointHealth.Fails)]
    [InlineData("MAIL", "550 5.7.60 Not allowed to send as this sender", AttemptOutcome.Permanent, "smtp.sender-refused", EndpointHealth.Fails)]
    [InlineData("MAIL", "552 5.3.4 Message too big", AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    [InlineData("RCPT", "450 4.2.0 Greylisted", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData("RCPT", "550 5.1.1 No such user", AttemptOutcome.Permanent, "smtp.recipient-refused", EndpointHealth.Works)]
    [InlineData("RCPT", "552 5.2.2 Mailbox full", AttemptOutcome.Permanent, "smtp.recipient-refused", EndpointHealth.Works)]
    [InlineData("DATA", "554 5.5.1 No", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(".", "451 4.3.0 Try later", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(".", "554 5.7.1 Spam", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(".", "552 5.7.0 Blocked content", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(".", "552 Too big", AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    public async Task A_refusal_has_its_code_and_answer(string command, string reply, AttemptOutcome outcome, string code, EndpointHealth health)
    {
        await using var server = new MailServer((command, reply));
        Assert.Equal(new ChannelResult(outcome, code, reply) { Endpoint = health }, await SendAsync(Options(server.Port)));
        Assert.Contains(code, Failures.Known);
    }

    [Theory]
    [InlineData("connect", "smtp.disconnected")]
    [InlineData("RCPT", "smtp.disconnected")]
    [InlineData(".", "smtp.outcome-unknown")]
    public async Task A_connection_that_breaks_may_be_tried_again(string command, string code)
    {
        await using var server = new MailServer((command, ""));
        var result = await SendAsync(Options(server.Port));
        Assert.Equal((AttemptOutcome.Transient, code), (result.Outcome, result.Code));
    }

    [Fact]
    public async Task A_servers_size_is_respected()
    {
        await using var server = new MailServer(("EHLO", "250-mejl.region.example\r\n250 SIZE 1000"));
        Assert.Equal(
            new ChannelResult(AttemptOutcome.Permanent, "mail.too-large", "Meddelandet är större än mejlserverns gräns (SIZE)."),
            await SendAsync(Options(server.Port)));
        Assert.Empty(server.Message);
    }

    [Fact]
    public async Task An_escalation_over_a_servers_size_goes_without_its_package()
    {
        await using var server = new MailServer(("EHLO", "250-mejl.region.example\r\n250 SIZE 10000"));
        var result = await SendAsync(Options(server.Port), Parcels.Escalation(null));
        Assert.Equal(AttemptOutcome.HandedOver, result.Outcome);
        Assert.DoesNotContain(MimeReader.Read(server.Message).All(), part => part.IsAttachment);
    }

    [Fact]
    public async Task Nothing_goes_in_clear_text_where_encryption_is_required()
    {
        await using var server = new MailServer();
        var result = await SendAsync(Options(server.Port) with { Security = MailSecurity.Required });
        Assert.Equal((AttemptOutcome.Permanent, "smtp.tls-not-offered"), (result.Outcome, result.Code));
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_there_may_come_back()
    {
        int port;
        await using (var server = new MailServer()) port = server.Port;
        var result = await SendAsync(Options(port));
        Assert.Equal(new ChannelResult(AttemptOutcome.Transient, "smtp.unreachable", null) { Endpoint = EndpointHealth.Fails }, result);
    }

    [Fact]
    public async Task A_password_that_is_refused_needs_a_person()
    {
        await using var server = new MailServer(
            ("EHLO", "250-mejl.region.example\r\n250 AUTH PLAIN"), ("AUTH", "535 5.7.8 Authentication credentials invalid"));
        var options = Options(server.Port) with { User = "samverkan", Password = "hemligt", AllowClearTextAuth = true };
        var result = await SendAsync(options);
        Assert.Equal((AttemptOutcome.Permanent, "smtp.auth-refused"), (result.Outcome, result.Code));
        Assert.DoesNotContain("hemligt", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_with_problems_make_no_transport()
    {
        var options = Options(25) with { From = null, User = "samverkan", Password = "hemligt\0" };
        var refusal = Assert.Throws<ArgumentException>(() => new SmtpTransport(options, NullLogger<SmtpTransport>.Instance));
        Assert.Contains("Smtp:From", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", refusal.Message, StringComparison.Ordinal);
    }

    private static MailOptions Options(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = MailSecurity.Off,
        From = "samverkan@alingsas.example",
        EhloName = "samverkan.alingsas.example",
    };

    private static async Task<ChannelResult> SendAsync(MailOptions options, Parcel? parcel = null)
    {
        using var transport = new SmtpTransport(options, NullLogger<SmtpTransport>.Instance);
        return await new EmailChannel(transport, options).SendAsync(parcel ?? Parcels.Adopted(), default);
    }
}
