namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>The draft was sent; the adopted version is awaited.</summary>
internal static class AdoptionPendingText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context) => new(
        $"Väntar på antagande: {NoticeWords.Title(item)}",
        $"Utkastet till ”{NoticeWords.Title(item)}” är skickat. Nu väntar mottagarna på den fastställda versionen.",
        [
            .. NoticeWords.What(item),
            new("Gör så här", "Lägg protokollsutdraget med beslutet i inkorgen när beslutet är fattat. Då skickas den fastställda versionen genast."),
            new("Om inget görs", "Mottagarna har bara ett utkast, och åtagandet är inte uppfyllt. Påminnelsen kommer igen om 30 dagar."),
        ],
        context.AgreementLink(item));
}
