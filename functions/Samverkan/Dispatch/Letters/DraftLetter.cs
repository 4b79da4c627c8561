using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Letters;

/// <summary>The letter with a complete set that has not been adopted.</summary>
internal static class DraftLetter
{
    internal static LetterPage Write(CoveringFacts about) => new(
        $"UTKAST: {about.Title}, {about.Sender}",
        [
            new Block.Banner("UTKAST – inte fastställd version"),
            new Block.Paragraph("Hej!"),
            new Block.Paragraph(
                $"Här är ett utkast till ”{about.Title}”. Det är inte antaget och kan komma att ändras. "
                + "När det är antaget får ni den fastställda versionen."),
            new Block.Facts([.. about.Address, .. Due(about.Matter)]),
            .. about.Documents,
            .. about.Ending,
        ]);

    private static IEnumerable<Fact> Due(Matter matter) =>
        matter.Due is { } due ? [new Fact("Ska vara er till handa senast", SwedishDate.Long(due))] : [];
}
