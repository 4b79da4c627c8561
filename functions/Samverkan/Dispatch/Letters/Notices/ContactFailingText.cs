using System.Globalization;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>
/// Tries to reach a contact keep failing, and go on. The detail's first line is the recipient's name, the rest the other
/// side's last answer.
/// </summary>
internal static class ContactFailingText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var name = NoticeWords.AboutName(item);
        var failure = Failures.Explain(item.Code);
        return new(
            $"Mottagaren nås inte: {name}",
            $"Flera försök att nå {name} har misslyckats. {(item.Code is null ? "" : failure.Happened + " ")}Försöken fortsätter av sig själva tills det går eller tiden för dem är slut.",
            [
                new("Mottagare", name),
                .. NoticeWords.Optional("Väntar på nya försök", Count(item.Count)),
                .. NoticeWords.Optional("Svar", NoticeWords.Answer(item)),
                .. NoticeWords.Optional("Felkod", item.Code),
                new("Gör så här", "Fråga it-avdelningen om felet är känt, och mottagaren om de kan ta emot. Du behöver inte skicka något igen."),
                new("Om inget görs", "Försöken fortsätter. Du får besked om de tar slut, och när mottagaren nås igen."),
            ],
            context.AgreementLink(item));
    }

    private static string? Count(int? count) => count switch
    {
        null => null,
        1 => "1 expediering",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} expedieringar"),
    };
}
