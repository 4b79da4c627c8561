using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>A paragraph of minutes cut into its sections and not yet read.</summary>
/// <param name="Head">What stands before the first § of the document.</param>
/// <param name="Start">The § line.</param>
/// <param name="Sections">The sections in their order; the opening is first and may be empty.</param>
internal sealed record RawExtract(DocumentHead Head, ParagraphHead Start, List<Section> Sections)
{
    /// <summary>The lines between the § line and the first heading.</summary>
    public List<TextLine> Opening => Sections[0].Lines;

    /// <summary>Whether nothing but a title follows the § line, as in a table of contents.</summary>
    public bool IsEmpty => Sections.Count == 1 && Opening.Count <= 2;

    public IEnumerable<Section> Of(SectionKind kind) => Sections.Where(section => section.Kind == kind);
}
