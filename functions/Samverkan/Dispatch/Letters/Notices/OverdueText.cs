namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>The day has passed.</summary>
internal static class OverdueText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context) => new(
        $"Försenat: {NoticeWords.Title(item)} skulle ha varit inlämnad{NoticeWords.DayAndLeft(item)}",
        item.MustBeAdopted
            ? $"Sista dagen har passerat, och ”{NoticeWords.Title(item)}” har inte kommit in som fastställd version. Mottagarna har inte fått det som avtalet lovar."
            : $"Sista dagen har passerat, och ”{NoticeWords.Title(item)}” har inte kommit in i sin helhet. Mottagarna har inte fått det som avtalet lovar.",
        [
            .. NoticeWords.What(item),
            .. NoticeWords.Missing(item),
            new("Gör så här", Todo(item)),
            new("Om inget görs", Otherwise(item, context)),
        ],
        context.AgreementLink(item));

    private static string Todo(NoticeItem item) => (item switch
    {
        { MustBeAdopted: false } => "Lägg filerna i inkorgen. De skickas genast när alla delar finns, som utkast om de inte är antagna.",
        { Missing.Count: 0 } => "Lägg protokollsutdraget med beslutet i inkorgen. Då skickas den fastställda versionen genast.",
        _ => "Lägg filerna och protokollsutdraget med beslutet i inkorgen. Då skickas den fastställda versionen genast.",
    }) + " Dröjer det: hör av dig till mottagarna och säg när det kommer.";

    private static string Otherwise(NoticeItem item, NoticeContext context) =>
        context.EscalationOf(item) is { Count: > 0 } names
            ? $"Det står kvar som försenat. Besked går var sjunde dag till de ansvariga och till {SwedishWords.Enumerate(names)}."
            : "Det står kvar som försenat. Besked går var sjunde dag till de ansvariga.";
}
