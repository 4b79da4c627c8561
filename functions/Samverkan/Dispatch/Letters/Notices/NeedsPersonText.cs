using System.Globalization;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>
/// Deliveries to one contact will not be tried again until somebody acts. The detail's first line is the recipient's name,
/// the rest the other side's last answer.
/// </summary>
internal static class NeedsPersonText
{
    private const int MostListed = 10;

    private static readonly FailureText Unknown = new(
        "Expedieringen har stannat.", "Orsaken är inte angiven.", "Läs expedieringens försök, åtgärda felet och skicka den igen.");

    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var failure = item.Code is { } code ? Failures.ExplainSpent(code) : Unknown;
        var several = item.Deliveries is { Count: > 1 };
        var ofNotices = item.IsOfNotices;
        return new(
            ofNotices ? $"{Messages(item)} väntar på person: {Name(item)}"
                : several
                ? string.Create(CultureInfo.InvariantCulture, $"{item.Deliveries!.Count} expedieringar väntar på person: {Name(item)}")
                : $"Expediering väntar på person: {NoticeWords.Title(item)}",
            ofNotices ? $"{Messages(item)} till {Name(item)} stannade. {failure.Happened} {failure.Means}" : $"{failure.Happened} {failure.Means}",
            [
                .. several ? Listed(item) : [new("Handling", NoticeWords.Title(item)), .. NoticeWords.Optional("Avtal", item.AgreementTitle)],
                .. NoticeWords.Optional("Expediering", NoticeContext.DeliveryOf(item)),
                .. NoticeWords.Optional("Mottagare", NoticeWords.Lines(item).FirstOrDefault()),
                .. NoticeWords.Optional("Svar", NoticeWords.Answer(item)),
                .. NoticeWords.Optional("Felkod", item.Code),
                new("Gör så här", ofNotices ? $"{failure.Todo} Är det bråttom, säg till på annat sätt." : failure.Todo),
                new("Om inget görs", ofNotices
                    ? $"Det försöks inte igen, och {Name(item)} får inte veta det som skulle ha sagts."
                    : several
                    ? "Expedieringarna försöks inte igen, och mottagaren får dem inte."
                    : "Expedieringen försöks inte igen, och mottagaren får den inte."),
            ],
            context.DeliveryLink(item));
    }

    private static string Messages(NoticeItem item) => item.Deliveries!.Count == 1
        ? "Ett meddelande"
        : string.Create(CultureInfo.InvariantCulture, $"{item.Deliveries.Count} meddelanden");

    private static string Name(NoticeItem item) => OneLine.Of(NoticeWords.Lines(item).FirstOrDefault() ?? "en mottagare", most: 150);

    // One that stopped for another reason than the newest says so.
    private static IEnumerable<Fact> Listed(NoticeItem item)
    {
        var number = 0;
        foreach (var d in item.Deliveries!.Take(MostListed))
            yield return new($"Expediering {++number}", $"{d.Title}{(d.Code == item.Code ? "" : $". {Failures.ExplainSpent(d.Code).Happened}")} (referens {d.Id})");
        if (item.Deliveries!.Count > MostListed)
            yield return new("Och fler", string.Create(CultureInfo.InvariantCulture, $"{item.Deliveries.Count - MostListed} till"));
    }
}
