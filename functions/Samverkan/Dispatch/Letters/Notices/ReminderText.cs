namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>What is owed by a day has not been received.</summary>
internal static class ReminderText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context) => new(
        $"Påminnelse: {NoticeWords.Title(item)} ska vara inlämnad{NoticeWords.DayAndLeft(item)}",
        item.MustBeAdopted
            ? $"”{NoticeWords.Title(item)}” har inte kommit in som fastställd version. Ett utkast räcker inte."
            : $"”{NoticeWords.Title(item)}” har inte kommit in i sin helhet. Det räcker med ett utkast.",
        [
            .. NoticeWords.What(item),
            .. NoticeWords.Missing(item),
            new("Gör så här", Todo(item)),
            new("Om inget görs", Otherwise(item, context)),
        ],
        context.AgreementLink(item));

    private static string Todo(NoticeItem item) => item switch
    {
        { MustBeAdopted: false } => "Lägg filerna i inkorgen. När alla delar finns skickas de: genast om de är antagna, annars som utkast på den utsatta dagen.",
        { Missing.Count: 0 } => "Lägg protokollsutdraget med beslutet i inkorgen. Då skickas den fastställda versionen genast.",
        _ => "Lägg filerna i inkorgen, och protokollsutdraget när beslutet är fattat. Då skickas den fastställda versionen genast.",
    };

    private static string Otherwise(NoticeItem item, NoticeContext context) =>
        "Då skickas ingenting till mottagarna, och dagen efter sista dagen räknas det som försenat. "
        + (context.EscalationOf(item) is { Count: > 0 } names
            ? $"Du och {SwedishWords.Enumerate(names)} får då besked om det, och igen var sjunde dag."
            : "Du får då besked om det, och igen var sjunde dag.");
}
