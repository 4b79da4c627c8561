namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>
/// A delivery will not be tried again until somebody acts. The detail's first line is the recipient's name, the rest the other side's last answer.
/// </summary>
internal static class NeedsPersonText
{
    private static readonly FailureText Unknown = new(
        "Expedieringen har stannat.", "Orsaken är inte angiven.", "Läs expedieringens försök, åtgärda felet och skicka den igen.");

    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var failure = item.Code is { } code ? Failures.Explain(code) : Unknown;
        var lines = NoticeWords.Lines(item);
        return new(
            $"Expediering väntar på person: {NoticeWords.Title(item)}",
            $"{failure.Happened} {failure.Means}",
            [
                new("Handling", NoticeWords.Title(item)),
                .. Optional("Avtal", item.AgreementTitle),
                .. Optional("Expediering", NoticeContext.DeliveryOf(item)),
                .. Optional("Mottagare", lines.FirstOrDefault()),
                .. Optional("Svar", lines.Length > 1 ? string.Join(' ', lines.Skip(1)) : null),
                .. Optional("Felkod", item.Code),
                new("Gör så här", failure.Todo),
                new("Om inget görs", "Expedieringen försöks inte igen, och mottagaren får den inte."),
            ],
            context.DeliveryLink(item));
    }

    private static IEnumerable<Fact> Optional(string name, string? value) => value is null ? [] : [new(name, value)];
}
