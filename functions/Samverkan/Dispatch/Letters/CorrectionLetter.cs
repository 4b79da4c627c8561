namespace Samverkan.Dispatch.Letters;

/// <summary>The letter with a set of which a part was replaced after the adopted version had been formed.</summary>
internal static class CorrectionLetter
{
    internal static LetterPage Write(CoveringFacts about) => new(
        $"Rättelse: {about.Title}, {about.Sender}",
        [
            new Block.Banner("RÄTTELSE – ersätter tidigare version"),
            new Block.Paragraph("Hej!"),
            new Block.Paragraph(
                $"Här är en rättad version av ”{about.Title}”. Den ersätter den fastställda version{Of(about.Matter.Decision)} "
                + "som har skickats tidigare, och tidigare rättelser av den. Använd handlingarna i det här meddelandet i stället."),
            new Block.Facts(about.Address),
            new Block.Heading("Beslutet som versionen hör till"),
            .. DecisionWords.Of(about.Matter.Decision, about.Source),
            .. about.Documents,
            .. about.Ending,
        ]);

    private static string Of(Decision? decision) => decision switch
    {
        { Paragraph: not null, DiaryNumber: { } number } => $" ({DecisionWords.Paragraph(decision)}, dnr {number})",
        { Paragraph: not null } => $" ({DecisionWords.Paragraph(decision)})",
        { DiaryNumber: { } number } => $" (dnr {number})",
        _ => "",
    };
}
