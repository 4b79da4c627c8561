using Samverkan.Agreements;
using Samverkan.Dispatch.Links;

namespace Samverkan.Dispatch.Letters;

/// <summary>
/// Writes the covering letter of a delivery, or the notice, in Swedish. The same delivery, contact and register make the
/// same letter, so that every try hands over the same words; a letter to a contact carries the link that confirms it. Says
/// only what the delivery states; what it does not state is said to be missing.
/// </summary>
public sealed class LetterWriter(LetterOptions options, IDeliveryLinks? links = null)
{
    /// <summary>The letter of one delivery.</summary>
    /// <param name="delivery">What is handed over.</param>
    /// <param name="to">Who is to read it.</param>
    /// <param name="register">The register in force: names of the municipality, of agreements and of contacts.</param>
    /// <exception cref="ArgumentException">A notice without items, or another delivery without its matter: no event makes such.</exception>
    public Letter Write(Delivery delivery, Contact to, Register register)
    {
        var page = delivery.Version is DeliveryVersion.Notice ? Notice(delivery, register, apart: false) : Covering(delivery, to, register, linked: false);
        return Rendered(delivery, page);
    }

    /// <summary>The covering letter to print and hand over by hand with the documents: an HTML document for one or two pages of A4.</summary>
    /// <exception cref="ArgumentException">A notice: it is not handed over by hand.</exception>
    public string Print(Delivery delivery, Contact to, Register register) =>
        PrintedLetter.Render(Covering(delivery, to, register, linked: false, onPaper: true), Sender(register), to);

    /// <summary>
    /// The letter that goes where the documents are too large to attach: it has a link to each. Where there are no links
    /// (<see cref="LetterOptions.PublicUrl"/>) a notice says how else to get them, and for all else it is null, as it is for
    /// what has no documents.
    /// </summary>
    /// <inheritdoc cref="Write"/>
    public Letter? WriteLinked(Delivery delivery, Contact to, Register register) => delivery switch
    {
        { Documents.Count: 0 } => null,
        { Version: DeliveryVersion.Notice } => Rendered(delivery, Notice(delivery, register, apart: true)),
        _ => HasLinks(delivery) ? Rendered(delivery, Covering(delivery, to, register, linked: true)) : null,
    };

    private static Letter Rendered(Delivery delivery, LetterPage page) =>
        new(delivery.Version, OneLine.Of(page.Subject, most: 400), PlainText.Render(page), HtmlText.Render(page));

    private LetterPage Covering(Delivery delivery, Contact to, Register register, bool linked, bool onPaper = false)
    {
        var about = new CoveringFacts(delivery, to, register, Sender(register), links, linked, onPaper);
        return delivery.Version switch
        {
            DeliveryVersion.Draft => DraftLetter.Write(about),
            DeliveryVersion.Adopted => AdoptedLetter.Write(about),
            DeliveryVersion.Correction => CorrectionLetter.Write(about),
            DeliveryVersion.Decision => DecisionLetter.Write(about),
            _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery.Version, "A version that has a letter."),
        };
    }

    private LetterPage Notice(Delivery delivery, Register register, bool apart) => NoticeLetter.Write(
        apart ? delivery with { Items = [.. delivery.Items.Select(item => item.WithoutDocuments())] } : delivery,
        register,
        Sender(register),
        options.PublicUrl,
        apart && HasLinks(delivery) ? Downloads.Of(delivery, links) : []);

    private bool HasLinks(Delivery delivery) => links?.Receipt(delivery.Id) is not null;

    private string Sender(Register register) => options.SenderName ?? register.Municipality;
}
