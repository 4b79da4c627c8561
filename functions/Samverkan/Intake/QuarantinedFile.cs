using NodaTime;
using Samverkan.Intake.Matching;

namespace Samverkan.Intake;

/// <summary>A file that waits in quarantine.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Name">The path that it was dropped under; null where it has been erased.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Reason">Why and what to do, in Swedish; null where it has been erased.</param>
/// <param name="Since">Since when.</param>
/// <param name="Candidates">What it may belong to, the likeliest first; may be empty.</param>
public sealed record QuarantinedFile(
    string Id, string? Name, long Size, string Code, string? Reason, Instant Since, IReadOnlyList<Candidate> Candidates);
