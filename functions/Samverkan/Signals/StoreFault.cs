namespace Samverkan.Signals;

/// <summary>Why a store cannot be written to.</summary>
/// <param name="Code">A stable code: <c>storage.full</c>, <c>storage.denied</c> …</param>
/// <param name="Sentence">What happened, what it means and what to do, in Swedish. Without paths and secrets: anybody may read it.</param>
public sealed record StoreFault(string Code, string Sentence);
