using NodaTime;

namespace Samverkan.Signals;

/// <summary>The newest run of one timer's work, whichever host it was in.</summary>
/// <param name="Name">Which: one of <see cref="SweepNames"/>.</param>
/// <param name="At">When it ended.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Succeeded">Whether it came to its end; false where it failed.</param>
public sealed record TimerRun(string Name, Instant At, Duration Took, bool Succeeded);
