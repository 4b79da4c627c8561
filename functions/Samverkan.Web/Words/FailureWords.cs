namespace Samverkan.Web.Words;

/// <summary>What the code of a try means, in Swedish.</summary>
/// <param name="Happened">What happened.</param>
/// <param name="Means">What it means for the delivery.</param>
/// <param name="Todo">What to do.</param>
public sealed record FailureWords(string Happened, string Means, string Todo)
{
    /// <summary>The words for a code; null for a try that has none.</summary>
    public static FailureWords Explain(string? code) => code switch
    {
        "host.stopped" => new(
            "Datorn som skickade stannade innan svaret hade skrivits ned.",
            "Mottagaren kan ha fått expedieringen. Den skickas igen med samma referens, så en kopia går att känna igen.",
            "Du behöver inte göra något."),
        "smtp.mailbox-unavailable" => new(
            "Mejlservern godtog inte mottagarens adress. Ofta finns brevlådan inte längre.",
            "Mottagaren har inte fått expedieringen.",
            "Ta reda på rätt adress, rätta kontakten i registret och skicka expedieringen igen."),
        null => new(
            "Inget försök har gett något svar.",
            "Det är inte avgjort om mottagaren har fått expedieringen.",
            "Kontakta mottagaren och fråga."),
        _ => new(
            $"Försöket slutade med koden {code}.",
            "Vad den betyder är inte känt här.",
            "Läs serverns svar, om det finns ett, och fråga it-avdelningen."),
    };
}
