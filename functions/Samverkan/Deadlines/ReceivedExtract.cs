using NodaTime;
using Samverkan.Intake;

namespace Samverkan.Deadlines;

/// <summary>A minutes extract as it lies in its stream.</summary>
/// <param name="Event">What was recorded of it.</param>
/// <param name="Name">The file's name; null where it has been erased.</param>
/// <param name="ReceivedAt">When it was placed.</param>
public sealed record ReceivedExtract(ExtractReceived Event, string? Name, Instant ReceivedAt);
