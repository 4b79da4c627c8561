using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Desk;

/// <summary>What became of sending a delivery again.</summary>
/// <param name="Result">Whether it was recorded, or why not.</param>
/// <param name="As">The delivery that sends it again, now or since before; null where none does.</param>
public readonly record struct Resending(DeskResult Result, string? As);
