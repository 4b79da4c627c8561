namespace Samverkan.Intake.Text;

/// <summary>Why a file is not taken.</summary>
/// <param name="Code">A stable code: one of <see cref="TextCodes"/>.</param>
/// <param name="Sentence">What happened, what it means and what to do, in Swedish, for the person who dropped the
/// file.</param>
public sealed record TextRefusal(string Code, string Sentence);
