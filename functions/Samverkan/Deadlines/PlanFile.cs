using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>A file of a plan as it lies in its occurrence.</summary>
/// <param name="Hash">Its bytes.</param>
/// <param name="Name">The name that it was dropped under; null where it has been erased.</param>
/// <param name="Part">Which part of the set it is.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ReceivedAt">When it was placed.</param>
/// <param name="Adopted">The adoption that the file itself states; null for a draft.</param>
public sealed record PlanFile(DocumentHash Hash, string? Name, string Part, long Size, Instant ReceivedAt, Decision? Adopted);
