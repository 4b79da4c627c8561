namespace Samverkan.Web.Words;

/// <summary>What an HTTP status means to somebody who reads the pages: what happened, what it means, what to do.</summary>
/// <param name="Code">The same for programs.</param>
/// <param name="Title">What happened, without full stop.</param>
/// <param name="Text">What it means and what to do.</param>
public sealed record ErrorWords(string Code, string Title, string Text)
{
    /// <summary>The words for a status of 400 or more.</summary>
    public static ErrorWords Of(int status) => status switch
    {
        404 => new("http.not-found", "Sidan finns inte",
            "Adressen leder inte till någon sida här. Den kan vara felskriven, eller så har det den ledde till fått en annan adress. "
            + "Gå till listan över expedieringar och leta därifrån."),
        405 => new("http.method-not-allowed", "Det går bara att läsa här",
            "Adressen tar inte emot den sortens begäran, och ingenting har ändrats. Gå till listan över expedieringar."),
        < 500 => new("http.bad-request", "Begäran gick inte att förstå",
            "Servern svarar inte på den adress som användes, och ingenting har ändrats. "
            + "Skriv adressen på nytt, så som den som sköter Samverkan har lämnat den."),
        _ => new("http.failed", "Något gick fel",
            "Sidan kunde inte visas. Inget som skulle expedieras har gått förlorat, och arbetet fortsätter i bakgrunden. "
            + "Försök igen om en stund. Kommer felet tillbaka, kontakta den som sköter Samverkan och lämna referensen."),
    };
}
