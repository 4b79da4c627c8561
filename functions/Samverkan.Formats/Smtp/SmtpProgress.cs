namespace Samverkan.Formats.Smtp;

/// <summary>Where the work on a message is; reported at each step, after each block and while waiting.</summary>
/// <param name="Phase">The step.</param>
/// <param name="BytesSent">How many bytes of the message the network has taken.</param>
public sealed record SmtpProgress(SmtpPhase Phase, long BytesSent);
