using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Dispatch.Letters.Notices;

namespace Samverkan.Dispatch.Letters;

/// <summary>What one sweep has to tell one of the municipality's own people: one thing by its name, several as a list.</summary>
internal static class NoticeLetter
{
    internal static LetterPage Write(Delivery delivery, Register register, string sender, Uri? publicUrl, IEnumerable<Block> downloads)
    {
        if (delivery.Items.Count == 0) throw new ArgumentException("A notice tells at least one thing.", nameof(delivery));
        NoticeText[] texts = [.. delivery.Items.Select(item => NoticeTexts.Of(item, new NoticeContext(register, publicUrl)))];
        return new(
            texts.Length == 1 ? texts[0].Headline : Digest(delivery.Items),
            [
                new Block.Paragraph("Hej!"),
                .. Again(delivery),
                .. texts.SelectMany((text, i) => Blocks(text, texts.Length == 1 ? null : i + 1)),
                .. downloads,
                new Block.Paragraph(
                    $"Det här meddelandet kommer automatiskt från Samverkan hos {sender}. Referens: {delivery.Id}"),
            ]);
    }

    private static IEnumerable<Block> Blocks(NoticeText text, int? number)
    {
        if (number is { } n) yield return new Block.Heading(string.Create(CultureInfo.InvariantCulture, $"{n}. {text.Headline}"));
        yield return new Block.Paragraph(text.Lead);
        foreach (var detail in text.Details) yield return detail;
        yield return new Block.Facts(text.Facts);
        if (text.Link is { } link) yield return link;
    }

    private static IEnumerable<Block> Again(Delivery delivery) => delivery.ResendOf is null
        ? []
        : [new Block.Paragraph("Det här meddelandet skickas igen, eftersom det förra kanske inte kom fram. Vad som har hänt sedan dess står inte här.")];

    // "3 saker att göra: 1 försening, 2 påminnelser".
    private static string Digest(IReadOnlyList<NoticeItem> items) =>
        string.Create(CultureInfo.InvariantCulture, $"{items.Count} saker att göra: {NoticeTexts.Count(items)}");
}
