using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Smtp;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>The enhanced codes of RFC 3463: of the recipient, the message or the server, lasting or not.</summary>
public class SmtpOutcomesTests
{
    [Theory]
    [InlineData(SmtpPhase.RcptTo, 550, "5.1.1", AttemptOutcome.Permanent, "smtp.recipient-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.RcptTo, 550, "5.1.2", AttemptOutcome.Permanent, "smtp.recipient-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.RcptTo, 550, "5.1.10", AttemptOutcome.Permanent, "smtp.recipient-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.RcptTo, 552, "5.2.2", AttemptOutcome.Permanent, "smtp.recipient-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.RcptTo, 452, "4.2.2", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.RcptTo, 450, "4.7.1", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.RcptTo, 421, "4.7.0", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.MailFrom, 553, "5.1.8", AttemptOutcome.Permanent, "smtp.sender-refused", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.MailFrom, 550, "5.7.60", AttemptOutcome.Permanent, "smtp.sender-refused", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.MailFrom, 550, null, AttemptOutcome.Permanent, "smtp.sender-refused", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.MailFrom, 552, "5.3.4", AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    [InlineData(SmtpPhase.MailFrom, 552, null, AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    [InlineData(SmtpPhase.MailFrom, 452, "4.3.4", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.MailFrom, 452, "4.3.1", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.MailFrom, 451, "4.7.1", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.MailFrom, 450, null, AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.RcptTo, 451, "4.3.0", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.RcptTo, 450, "4.4.1", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.Data, 451, "4.3.0", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.Data, 451, null, AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.AfterData, 452, "4.3.1", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.AfterData, 452, null, AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.AfterData, 451, "4.4.1", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.AfterData, 554, "5.3.5", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.AfterData, 554, "5.4.6", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.AfterData, 552, "5.3.4", AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 452, "4.2.2", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 550, "5.1.1", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 450, null, AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 550, null, AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 552, "5.2.3", AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 552, null, AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 552, "5.7.0", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 554, "5.6.0", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 554, "5.7.1", AttemptOutcome.Permanent, "smtp.message-refused", EndpointHealth.Works)]
    [InlineData(SmtpPhase.AfterData, 451, "4.7.1", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Works)]
    [InlineData(SmtpPhase.Greeting, 554, "5.3.2", AttemptOutcome.Permanent, "smtp.server-refused", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.Greeting, 421, "4.3.2", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.Auth, 535, "5.7.8", AttemptOutcome.Permanent, "smtp.auth-refused", EndpointHealth.Fails)]
    [InlineData(SmtpPhase.Auth, 454, "4.7.0", AttemptOutcome.Transient, "smtp.deferred", EndpointHealth.Fails)]
    public void A_refusal_is_of_what_it_speaks_of(
        SmtpPhase phase, int code, string? enhanced, AttemptOutcome outcome, string means, EndpointHealth health)
    {
        var result = SmtpOutcomes.Of(new SmtpResult(new SmtpFailure(phase, SmtpFault.Refused, new SmtpReply(code, enhanced, "x")), null, []));
        Assert.Equal((outcome, means, health), (result.Outcome, result.Code, result.Endpoint));
    }
}
