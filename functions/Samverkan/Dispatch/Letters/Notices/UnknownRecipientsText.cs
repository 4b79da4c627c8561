namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>An extract lists recipients whom the register does not know. The detail holds their names, a line each.</summary>
internal static class UnknownRecipientsText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var names = NoticeWords.Lines(item);
        return new(
            $"Okända mottagare: {NoticeWords.Title(item)}",
            "Ett protokollsutdrag räknar upp mottagare som inte finns i registret. De har inte fått beslutet. Övriga mottagare berörs inte.",
            [
                new("Beslut", NoticeWords.Title(item)),
                .. Agreement(item),
                new("Okända mottagare", names.Length > 0 ? string.Join("; ", names) : "Namnen är gallrade."),
                new("Gör så här", "Skicka beslutet till dem själv. Lägg också till namnen i registret, som kontakt eller som alias, så känns de igen nästa gång."),
                new("Om inget görs", "De får inte beslutet."),
            ],
            context.AgreementLink(item));
    }

    private static IEnumerable<Fact> Agreement(NoticeItem item) =>
        item.AgreementTitle is { } title ? [new("Avtal", title)] : [];
}
