namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>
/// A contact's first channel will not do, and the other one is tried. The detail's lines are the recipient's name, the
/// address that failed, the other address, and the other side's last answer.
/// </summary>
internal static class ChannelFailedText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var name = NoticeWords.AboutName(item);
        var lines = NoticeWords.Lines(item);
        var failure = Failures.Explain(item.Code);
        return new(
            $"Reservvägen används: {name}",
            $"Expedieringen kunde inte lämnas över till {name} den vanliga vägen. {(item.Code is null ? "" : failure.Happened + " ")}Nu försöks mottagarens reservväg i stället.",
            [
                new("Mottagare", name),
                .. NoticeWords.Optional("Vanlig väg", lines.ElementAtOrDefault(1)),
                .. NoticeWords.Optional("Reservväg", lines.ElementAtOrDefault(2)),
                .. NoticeWords.Optional("Svar", lines.Length > 3 ? string.Join(' ', lines.Skip(3)) : null),
                .. NoticeWords.Optional("Felkod", item.Code),
                new("Gör så här", "Ta reda på rätt adress för den vanliga vägen och rätta kontakten i registret. Expedieringen behöver du inte skicka själv."),
                new("Om inget görs", "Varje ny expediering försöks först den vanliga vägen och sedan reservvägen, och kommer fram senare än den behöver. Går inte heller reservvägen får du besked."),
            ],
            context.AgreementLink(item));
    }
}
