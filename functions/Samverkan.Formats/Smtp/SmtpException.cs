namespace Samverkan.Formats.Smtp;

/// <summary>Carries a failure up to the public method that returns it as a value; never leaves this namespace.</summary>
internal sealed class SmtpException : Exception
{
    public SmtpException(SmtpFailure failure)
        : base(failure.Code) => Failure = failure;

    public SmtpException(SmtpPhase phase, SmtpFault fault, string? detail = null, SmtpReply? reply = null)
        : this(new SmtpFailure(phase, fault, reply, detail is null ? null : SmtpReplyText.Sanitize(detail)))
    {
    }

    public SmtpFailure Failure { get; }
}
