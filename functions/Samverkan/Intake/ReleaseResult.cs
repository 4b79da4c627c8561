using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>What became of a release.</summary>
/// <param name="Streams">The streams that the file went into; empty where there is a problem.</param>
/// <param name="Problem">Why the file still waits; null where it has been released.</param>
public sealed record ReleaseResult(IReadOnlyList<StreamId> Streams, ToolProblem? Problem);
