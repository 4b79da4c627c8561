using Samverkan.Formats.Mime;
using Samverkan.Formats.Smtp;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>A server that says no: where, how, and for whom.</summary>
public sealed class SmtpRefusalTests
{
    [Theory]
    [InlineData("greeting", "554 5.3.2 closed for you", SmtpPhase.Greeting, false, true)]
    [InlineData("greeting", "421 4.3.2 too busy", SmtpPhase.Greeting, true, true)]
    [InlineData("EHLO", "550 bad name", SmtpPhase.Ehlo, false, true)]
    [InlineData("MAIL", "451 4.3.0 later", SmtpPhase.MailFrom, true, true)]
    [InlineData("MAIL", "553 5.1.8 no such sender", SmtpPhase.MailFrom, false, true)]
    [InlineData("MAIL", "552 5.3.4 too big", SmtpPhase.MailFrom, false, false)]
    [InlineData("RCPT", "452 4.3.1 disk full", SmtpPhase.RcptTo, true, false)]
    [InlineData("RCPT", "450 4.2.1 grey", SmtpPhase.RcptTo, true, false)]
    [InlineData("RCPT", "550 5.1.1 no such user", SmtpPhase.RcptTo, false, false)]
    [InlineData("RCPT", "421 4.7.0 enough", SmtpPhase.RcptTo, true, true)]
    [InlineData("DATA", "451 4.3.0 later", SmtpPhase.Data, true, true)]
    [InlineData("DATA", "554 5.5.1 no valid recipients", SmtpPhase.Data, false, false)]
    [InlineData(".", "452 4.3.1 disk full", SmtpPhase.AfterData, true, true)]
    [InlineData(".", "554 5.7.1 spam", SmtpPhase.AfterData, false, false)]
    public async Task A_refusal_tells_phase_answer_and_whether_it_may_pass(
        string line, string answer, SmtpPhase phase, bool transient, bool ofEndpoint)
    {
        await using var server = ScriptedServer.Polite((line, answer));
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message());

        Assert.False(result.IsAccepted);
        Assert.Equal((phase, SmtpFault.Refused, "smtp.refused"), (result.Failure!.Phase, result.Failure.Fault, result.Failure.Code));
        Assert.Equal(transient, result.Failure.IsTransient);
        Assert.Equal(ofEndpoint, result.Failure.IsOfEndpoint);
        Assert.Equal(answer, result.Failure.Reply!.ToString());
        Assert.Equal(result.Failure.Reply, result.Reply);
        Assert.Equal(result.Failure, Assert.Single(result.Recipients).Failure);
    }

    [Fact]
    public async Task One_refused_recipient_of_three_does_not_stop_the_others()
    {
        await using var server = ScriptedServer.Polite(("RCPT TO:<b@", "550 5.1.1 no such user"));
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message(recipients: Sample.Three));

        Assert.True(result.IsAccepted);
        Assert.Equal([true, false, true], result.Recipients.Select(recipient => recipient.IsAccepted));
        Assert.Equal(Sample.Three, result.Recipients.Select(recipient => recipient.Address));
        Assert.Equal("5.1.1", result.Recipients[1].Reply!.EnhancedCode);
        Assert.Equal("250 2.0.0 kept as 1", result.Recipients[2].Reply!.ToString());
    }

    [Fact]
    public async Task A_refused_recipient_keeps_its_answer_when_the_message_fails_later()
    {
        await using var server = ScriptedServer.Polite(("RCPT TO:<b@", "550 5.1.1 no such user"), (".", "451 4.3.0 later"));
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message(recipients: Sample.Three));

        Assert.Equal([451, 550, 451], result.Recipients.Select(recipient => recipient.Failure!.Reply!.Code));
        Assert.True(result.Failure!.IsTransient);
    }

    [Fact]
    public async Task When_all_are_refused_one_that_may_pass_makes_the_message_worth_another_try()
    {
        await using var server = ScriptedServer.Polite(("RCPT TO:<b@", "450 4.2.1 grey"), ("RCPT", "550 5.1.1 no such user"));
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message(recipients: Sample.Three));

        Assert.True(result.Failure!.IsTransient);
        Assert.Equal([550, 450, 550], result.Recipients.Select(recipient => recipient.Reply!.Code));
        Assert.DoesNotContain("DATA", server.Heard);
    }

    [Fact]
    public async Task A_message_over_the_servers_limit_is_refused_before_anything_is_sent()
    {
        await using var server = ScriptedServer.Polite(("EHLO", "250-test\r\n250 SIZE 10"));
        var result = await SmtpClient.SendAsync(server.Options(), Sample.Message());

        Assert.Equal((SmtpPhase.Prepare, SmtpFault.TooLarge), (result.Failure!.Phase, result.Failure.Fault));
        Assert.False(result.Failure.IsTransient);
        Assert.False(result.Failure.IsOfEndpoint);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250-test\r\n250 SIZE 1000", "MAIL FROM:<samverkan@kommun.example> SIZE=19")]
    [InlineData("250-test\r\n250 SIZE 0", "MAIL FROM:<samverkan@kommun.example> SIZE=19")]
    [InlineData("250-test\r\n250 SIZE", "MAIL FROM:<samverkan@kommun.example> SIZE=19")]
    [InlineData("250 test", "MAIL FROM:<samverkan@kommun.example>")]
    public async Task The_size_is_declared_where_the_server_asks_for_it(string ehlo, string mail)
    {
        await using var server = ScriptedServer.Polite(("EHLO", ehlo));
        Assert.True((await SmtpClient.SendAsync(server.Options(), Sample.Message())).IsAccepted);
        Assert.Contains(mail, server.Heard);
    }

    [Fact]
    public async Task An_empty_return_path_is_sent_as_such()
    {
        await using var server = ScriptedServer.Polite();
        Assert.True((await SmtpClient.SendAsync(server.Options(), Sample.Message() with { ReturnPath = null })).IsAccepted);
        Assert.Contains("MAIL FROM:<> SIZE=19", server.Heard);
    }

    [Fact]
    public void An_address_that_needs_SMTPUTF8_is_a_permanent_failure_before_sending()
    {
        Assert.False(EmailAddress.TryParse("åsa@region.example", out _, out var fault));
        var failure = SmtpFailure.OfAddress(fault);
        Assert.Equal((SmtpPhase.Prepare, SmtpFault.NeedsSmtpUtf8, false), (failure.Phase, failure.Fault, failure.IsTransient));
        Assert.Equal(SmtpFault.InvalidAddress, SmtpFailure.OfAddress(EmailAddressFault.NoAtSign).Fault);
    }

    [Fact]
    public void Every_fault_has_a_code_of_its_own()
    {
        var codes = Enum.GetValues<SmtpFault>().Select(fault => new SmtpFailure(SmtpPhase.Connect, fault).Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
    }
}
