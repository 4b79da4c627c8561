namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>A file could not be placed. The detail's first line is the file's name, the rest is the reason.</summary>
internal static class QuarantinedText
{
    private const string Erased = "Uppgifterna om filen är gallrade.";

    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var lines = NoticeWords.Lines(item);
        var file = OneLine.Of(lines is [var first, ..] ? first : item.Title ?? "en fil", most: 150);
        return new(
            $"Karantän: {file} kunde inte placeras",
            "En fil i inkorgen gick inte att placera. Den är flyttad till karantänen och har inte skickats till någon.",
            [
                new("Fil", file),
                .. Agreement(item),
                new("Orsak", lines switch { [] => Erased, [_] => "Orsaken är inte angiven.", [_, .. var reason] => string.Join(' ', reason) }),
                .. Code(item),
                new("Gör så här", "Åtgärda orsaken och lägg filen i inkorgen igen. Hör den inte hemma i Samverkan behöver du inte göra något."),
                new("Om inget görs", "Filen ligger kvar i karantänen. Den räknas inte som inlämnad."),
            ],
            context.AgreementLink(item));
    }

    private static IEnumerable<Fact> Agreement(NoticeItem item) =>
        item.AgreementTitle is { } title ? [new("Avtal", title)] : [];

    private static IEnumerable<Fact> Code(NoticeItem item) => item.Code is { } code ? [new("Felkod", code)] : [];
}
