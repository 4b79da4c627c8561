namespace Samverkan.Dispatch.Letters;

/// <summary>The letter with the set as adopted.</summary>
internal static class AdoptedLetter
{
    internal static LetterPage Write(CoveringFacts about) => new(
        $"Fastställd version: {about.Title}, {about.Sender}",
        [
            new Block.Paragraph("Hej!"),
            new Block.Paragraph(
                $"Här är den fastställda versionen av ”{about.Title}”. Den ersätter utkast som ni kan ha fått tidigare."),
            new Block.Facts(about.Address),
            new Block.Heading("Beslutet"),
            .. DecisionWords.Of(about.Matter.Decision, about.Source),
            .. about.Documents,
            .. about.Ending,
        ]);
}
