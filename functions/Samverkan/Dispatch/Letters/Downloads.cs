using Samverkan.Dispatch.Links;

namespace Samverkan.Dispatch.Letters;

/// <summary>The links by which documents that are too large to attach are fetched.</summary>
internal static class Downloads
{
    /// <summary>A heading, what the links are, and a link to each document of a delivery.</summary>
    /// <exception cref="InvalidOperationException">There are no links.</exception>
    public static IEnumerable<Block> Of(Delivery delivery, IDeliveryLinks? links) =>
    [
        new Block.Heading("Handlingar att hämta"),
        new Block.Paragraph("Handlingarna är för stora för att bifogas. Hämta dem här, utan inloggning. Den som har länken kan öppna handlingen."),
        .. Named(delivery).Select(x => new Block.Link(
            OneLine.Of(Line(x.Name, x.Document)),
            links?.Download(delivery.Id, x.Document.Hash, x.Name) ?? throw new InvalidOperationException("Documents are fetched only where there are links."))),
    ];

    /// <summary>The documents of a delivery, under the names that they are handed over with.</summary>
    public static IEnumerable<(string Name, SentDocument Document)> Named(Delivery delivery) =>
        Enclosures.Names(delivery.Version, delivery.Documents).Zip(delivery.Documents);

    /// <summary>"plan 2023.pdf (plan, 412 kB)".</summary>
    public static string Line(string name, SentDocument document) =>
        $"{name} ({SwedishWords.OfPart(document.Part)}, {FileSize.Of(document.Size)})";
}
