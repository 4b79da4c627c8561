namespace Samverkan.Formats.Smtp;

/// <summary>An answer with its lines as they came, for EHLO; the reply is what is kept of it.</summary>
internal sealed record SmtpAnswer(SmtpReply Reply, IReadOnlyList<string> Lines)
{
    public int Code => Reply.Code;
}
