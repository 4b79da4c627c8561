namespace Samverkan.Signals;

/// <summary>Why the host cannot do its work.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Sentence">What happened, what it means and what to do, in Swedish, without paths and personal data: anybody may read it.</param>
public sealed record HealthProblem(string Code, string Sentence);
