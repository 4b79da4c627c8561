using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Desk;

/// <summary>What became of doing something to many deliveries that need a person.</summary>
/// <param name="Done">How many it was done to.</param>
/// <param name="Refused">Those that it was not done to, and why.</param>
public sealed record BulkResult(int Done, IReadOnlyList<(string Id, DeskResult Why)> Refused);
