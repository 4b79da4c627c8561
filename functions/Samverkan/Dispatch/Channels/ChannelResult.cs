using NodaTime;

namespace Samverkan.Dispatch.Channels;

/// <summary>How a try ended.</summary>
/// <param name="Outcome">Handed over, written to file, transient or permanent.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Answer">The other side's last answer, one line; null where there was none.</param>
/// <param name="RetryAfter">How long the other side asks us to wait; null where it does not.</param>
public sealed record ChannelResult(AttemptOutcome Outcome, string Code, string? Answer, Duration? RetryAfter = null);
