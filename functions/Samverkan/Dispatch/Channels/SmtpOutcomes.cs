using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Smtp;

namespace Samverkan.Dispatch.Channels;

/// <summary>What a mail server's answer means for a try. A message has one recipient, so one answer decides.</summary>
internal static class SmtpOutcomes
{
    internal static ChannelResult Of(SmtpResult result) => result.Failure is { } failure
        ? new ChannelResult(failure.IsTransient ? AttemptOutcome.Transient : AttemptOutcome.Permanent, Code(failure), Answer(failure)) { Endpoint = Health(failure) }
        : new ChannelResult(AttemptOutcome.HandedOver, MailCodes.Accepted, result.Reply?.ToString()) { Endpoint = EndpointHealth.Works };

    private static EndpointHealth Health(SmtpFailure failure) => failure switch
    {
        { IsOfEndpoint: true } => EndpointHealth.Fails,
        { Reply: null } => EndpointHealth.Unknown,
        _ => EndpointHealth.Works,
    };

    private static string Code(SmtpFailure failure) => failure.Fault switch
    {
        SmtpFault.Refused => Refusal(failure),
        SmtpFault.TooLarge => MailCodes.TooLarge,
        _ => failure.Code,
    };

    private static string Refusal(SmtpFailure failure) => failure.Phase switch
    {
        _ when failure.IsTransient => MailCodes.Deferred,
        SmtpPhase.MailFrom or SmtpPhase.Data or SmtpPhase.AfterData when failure.Reply is { IsOfSize: true } => MailCodes.TooLarge,
        SmtpPhase.Tls => MailCodes.TlsRefused,
        SmtpPhase.Auth => MailCodes.AuthRefused,
        SmtpPhase.MailFrom => MailCodes.SenderRefused,
        SmtpPhase.RcptTo => MailCodes.RecipientRefused,
        SmtpPhase.Data or SmtpPhase.AfterData => MailCodes.MessageRefused,
        _ => MailCodes.ServerRefused,
    };

    private static string? Answer(SmtpFailure failure) =>
        failure.Reply?.ToString() ?? (failure.Fault is SmtpFault.TooLarge ? "Meddelandet är större än mejlserverns gräns (SIZE)." : null);
}
