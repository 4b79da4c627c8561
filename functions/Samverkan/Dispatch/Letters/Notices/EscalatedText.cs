using System.Globalization;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>
/// The due time is near and a delivery has not arrived: it is to be handed over by hand. The detail's lines are the
/// recipient's name, the addresses, and the other side's last answer.
/// </summary>
internal static class EscalatedText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var lines = NoticeWords.Lines(item);
        var name = NoticeWords.AboutName(item);
        return new(
            $"Lämna över för hand: {NoticeWords.Title(item)} till {name}",
            $"{Due(item, name)}, men {Stands(item)}",
            [
                .. NoticeWords.What(item),
                new("Mottagare", name),
                .. NoticeWords.Optional("Adress", lines.ElementAtOrDefault(1)),
                .. NoticeWords.Optional("Försök", item.Count is { } tries && !IsOnFile(item) ? Tries(tries) : null),
                .. NoticeWords.Optional("Senaste felet", item.Code is { } code ? Failures.Explain(code).Happened : null),
                .. NoticeWords.Optional("Svar", lines.Length > 2 ? string.Join(' ', lines.Skip(2)) : null),
                .. Package(item),
                new("Gör så här", $"Ring {name}, lämna över handlingarna på annat sätt i dag, och be om en bekräftelse med namn och klockslag. Spara den."),
                new("Om inget görs", item.IsStopped || IsOnFile(item)
                    ? "Mottagaren får inte handlingarna i tid, och avtalet följs inte."
                    : "Går det inte över av sig självt får mottagaren inte handlingarna i tid, och avtalet följs inte."),
            ],
            context.DeliveryLink(item));
    }

    private static string Due(NoticeItem item, string name) => item.DaysLeft < 0
        ? $"”{NoticeWords.Title(item)}” skulle ha varit framme hos {name}"
        : $"”{NoticeWords.Title(item)}” ska vara framme hos {name}{(NoticeWords.Day(item) is null ? "" : " senast")}{NoticeWords.DayAndLeft(item)}";

    private static bool IsOnFile(NoticeItem item) => item.Code == MailCodes.WrittenToFile;

    private static string Stands(NoticeItem item) =>
        IsOnFile(item) ? "är bara skriven till fil. Ingen har fått den, och Samverkan försöker inte igen."
        : item.IsStopped ? "är inte överlämnad. Samverkan försöker inte igen av sig självt."
        : "är inte överlämnad. Samverkan fortsätter att försöka, men räkna inte med det.";

    private static IEnumerable<Fact> Package(NoticeItem item)
    {
        if (item.EnclosedDocuments.Count > 0)
            yield return new("Bifogat", SwedishWords.Enumerate([.. item.EnclosedDocuments.Select(d => SwedishWords.OfThePart(d.Part))])
                + (item.EnclosedDocuments.Any(d => d.Part == DocumentRef.LetterPart) ? " (följebrevet är till för att skrivas ut)" : ""));
        if (item.Missing.Count > 0)
            yield return new("Inte bifogat", $"{SwedishWords.Enumerate([.. item.Missing.Select(SwedishWords.OfThePart)])} (för stort för ett mejl, eller inte i arkivet). "
                + $"Be it-avdelningen ta ut paketet med kommandot handover{(NoticeContext.DeliveryOf(item) is { } id ? $" {id}" : "")}, eller ta originalet.");
    }

    private static string Tries(int tries) => tries switch
    {
        0 => "inget försök har avslutats",
        1 => "1 har misslyckats",
        _ => string.Create(CultureInfo.InvariantCulture, $"{tries} har misslyckats"),
    };
}
