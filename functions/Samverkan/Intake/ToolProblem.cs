namespace Samverkan.Intake;

/// <summary>Why what a person asked for was not done. Nothing has been changed by it.</summary>
/// <param name="Code">A stable code: one of <see cref="ToolCodes"/>, or the code that holds the document.</param>
/// <param name="Sentence">What happened, what it means and what to do, in Swedish, on one line.</param>
public sealed record ToolProblem(string Code, string Sentence);
