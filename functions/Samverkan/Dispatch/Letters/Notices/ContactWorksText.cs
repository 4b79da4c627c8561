namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>A contact that could not be reached has taken a delivery. The detail is the recipient's name.</summary>
internal static class ContactWorksText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var name = NoticeWords.AboutName(item);
        return new(
            $"Mottagaren nås igen: {name}",
            $"En expediering till {name} har lämnats över. Felet som du har fått besked om är över.",
            [
                new("Mottagare", name),
                new("Gör så här", "Väntar någon expediering till mottagaren på person: skicka den igen på mottagarens sida i Samverkan. Annars behöver du inte göra något."),
                new("Om inget görs", "Det som väntar på nya försök skickas av sig självt. Det som väntar på person ligger kvar."),
            ],
            context.AgreementLink(item));
    }
}
