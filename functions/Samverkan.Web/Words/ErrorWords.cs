namespace Samverkan.Web.Words;

/// <summary>What an HTTP status means to somebody who reads the pages: what happened, what it means, what to do.</summary>
/// <param name="Code">The same for programs.</param>
/// <param name="Title">What happened, without full stop.</param>
/// <param name="Text">What it means and what to do.</param>
public sealed record ErrorWords(string Code, string Title, string Text)
{
    /// <summary>A form that was not given out to this browser and sign-in, or too long ago.</summary>
    public static ErrorWords StaleForm { get; } = new("http.stale-form", "Formuläret gäller inte längre",
        "Sidan som du skickade från var gammal, eller så har du loggat in på nytt sedan dess. Ingenting har ändrats. Gå tillbaka, ladda om sidan och försök igen.");

    /// <summary>The words for a status of 400 or more, for people who came by a link and have no account here.</summary>
    public static ErrorWords OfLink(int status) => status switch
    {
        404 => new("http.not-found", "Länken öppnar ingenting",
            "Den kan ha blivit avklippt i mejlet eller vara felskriven. Öppna länken i mejlet igen, eller kopiera hela adressen. "
            + "Fungerar den ändå inte, svara på mejlet och ange referensen."),
        410 => new("document.erased", "Handlingen finns inte kvar",
            "Den har gallrats eller tagits bort hos avsändaren, så länken kan inte öppna den längre. Svara på mejlet och ange referensen om ni behöver den."),
        429 => Of(429),
        < 500 => new("http.bad-request", "Begäran gick inte att förstå", "Ingenting har ändrats. Öppna länken i mejlet igen och försök på nytt."),
        _ => new("http.failed", "Något gick fel", "Försök igen om en stund. Kommer felet tillbaka, svara på mejlet och ange referensen."),
    };

    /// <summary>The words for a status of 400 or more.</summary>
    public static ErrorWords Of(int status) => status switch
    {
        401 => new("http.not-signed-in", "Du är inte inloggad",
            "Det du ville göra kräver inloggning, och ingenting har ändrats. Be den som sköter Samverkan om en inloggningslänk (sign-in) och försök igen."),
        403 => new("http.not-allowed", "Du får inte göra det",
            "Det kräver att en administratör är inloggad, och att det görs från Samverkans egna sidor. Ingenting har ändrats."),
        413 => new("http.too-large", "Det var för mycket text", "Formuläret tar emot några sidor text, och ingenting har ändrats. Skriv kortare."),
        415 => new("http.bad-form", "Det som skickades är inget formulär", "Ingenting har ändrats. Använd formuläret på sidan."),
        429 => new("http.too-many", "För många försök", "Ingenting har ändrats. Vänta en minut och försök igen."),
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
