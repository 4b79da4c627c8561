namespace Samverkan.Dispatch.Letters;

/// <summary>The letter with a minutes extract alone.</summary>
internal static class DecisionLetter
{
    internal static LetterPage Write(CoveringFacts about)
    {
        var decision = about.Matter.Decision;
        var title = TitleWords.Of(decision?.Title ?? about.Title, planYear: null);
        return new(
            $"Beslut: {string.Join(", ", Marks(decision).Prepend(title))}",
            [
                new Block.Paragraph("Hej!"),
                new Block.Paragraph($"Här är protokollsutdraget med beslutet om ”{title}”, för kännedom och eventuell åtgärd."),
                new Block.Facts(about.Address),
                new Block.Heading("Beslutet"),
                .. DecisionWords.Of(decision, about.Source),
                .. about.Documents,
                .. about.Ending,
            ]);
    }

    private static IEnumerable<string> Marks(Decision? decision)
    {
        if (DecisionWords.Paragraph(decision) is { } paragraph) yield return OneLine.Of(paragraph, most: 40);
        if (decision?.DiaryNumber is { } number) yield return $"dnr {OneLine.Of(number, most: 60)}";
    }
}
