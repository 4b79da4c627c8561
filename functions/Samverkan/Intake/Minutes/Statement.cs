using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>A sentence of running text, or an item of a list.</summary>
/// <param name="Text">Its words, joined over lines.</param>
/// <param name="Page">The page where it begins.</param>
/// <param name="Line">The line where it begins.</param>
/// <param name="IsProse">Whether it is running text.</param>
/// <param name="Section">The section it stands in.</param>
internal sealed record Statement(string Text, int Page, int Line, bool IsProse, SectionKind Section)
{
    /// <summary>The statement, or some words of it, as a source.</summary>
    public Place At(string? words = null) => new(Page, Line, words ?? Text);

    /// <summary>A value that this statement states.</summary>
    public Reading<T> Says<T>(T value, string? words = null) => new(value, At(words));
}
