using System.Collections.Frozen;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Dispatch.Channels.Webhooks;
using static Samverkan.Dispatch.FailurePhrases;

namespace Samverkan.Dispatch;

/// <summary>
/// Explains every code that a try can end with, for the delivery's page and for messages to people. A code that is not
/// known, such as one that a later version recorded, gets an explanation that names it. The channels' codes are explained
/// beside them: <see cref="MailFailures"/>, <see cref="GraphFailures"/>, <see cref="WebhookFailures"/>, <see cref="FolderFailures"/>.
/// </summary>
public static class Failures
{
    private const string Where = "En inloggad administratör skickar igen, och rättar adressen, under ”Åtgärder” på expedieringens sida.";

    private static readonly Dictionary<string, FailureText> Own = new(StringComparer.Ordinal)
    {
        ["host.stopped"] = new(
            "Datorn som skickade stannade innan svaret hade skrivits ned.",
            MayBeCopy,
            AskFirst),
        [PoisonDesk.Failed] = new(
            "Samverkan kunde inte göra försöket: felet ligger i programmet eller i dess lagring, inte hos mottagaren.",
            MayBeCopy,
            Goes + "be it-avdelningen läsa loggen och rätta felet. Fråga mottagaren om expedieringen har kommit, och skicka den annars igen."),
        ["receipt.came-first"] = new(
            "Mottagaren bekräftade expedieringen medan försöket pågick, så det behövde inte slutföras.",
            "Mottagaren har fått expedieringen.",
            Nothing),
        ["contact.missing"] = new(
            "Mottagaren finns inte längre i registret.",
            NotSent,
            "Lägg tillbaka kontakten i registret, eller skicka handlingarna själv till den som ska ha dem."),
        ["channel.not-available"] = new(
            "Mottagaren nås på ett sätt som inte är i bruk här.",
            NotSent,
            "Ändra kontaktens kanal i registret till e-post, eller be it-avdelningen ta kanalen i bruk. Skicka sedan igen."),
    };

    private static readonly FrozenDictionary<string, FailureText> Texts =
        new[] { Own, MailFailures.Texts, GraphFailures.Texts, WebhookFailures.Texts, FolderFailures.Texts }
            .SelectMany(table => table).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The codes that have an explanation of their own, in no order.</summary>
    public static IEnumerable<string> Known => Texts.Keys;

    /// <summary>What a code means. Null, where a try has not ended, is explained as that.</summary>
    public static FailureText Explain(string? code) => code switch
    {
        null => new("Försöket pågår.", "Det är inte avgjort om mottagaren har fått expedieringen.", Nothing),
        _ when Texts.TryGetValue(code, out var text) => text,
        _ => new(
            $"Försöket slutade med koden {code}.",
            "Vad den betyder är inte känt här.",
            "Läs serverns svar, om det finns ett, och fråga it-avdelningen."),
    };

    /// <summary>
    /// What a code means once the delivery is not tried again by itself: nobody is told to wait for what will not happen.
    /// </summary>
    public static FailureText ExplainSpent(string? code)
    {
        var text = Explain(code);
        return text with
        {
            Means = text.Means == MayPass ? $"{NotSent} Den försöks inte igen av sig själv." : text.Means == MayBeCopy ? "Mottagaren kan ha fått expedieringen. Den försöks inte igen av sig själv." : text.Means,
            Todo = WithWhere(WithoutCondition(text.Todo.Replace(TriesOn, SendAgain, StringComparison.Ordinal))),
        };
    }

    private static string WithWhere(string todo) => todo.Contains("igen", StringComparison.Ordinal) ? $"{todo} {Where}" : todo;

    private static string WithoutCondition(string todo)
    {
        var rest = todo.StartsWith(Goes, StringComparison.Ordinal) ? todo[Goes.Length..]
            : todo.StartsWith(Rests, StringComparison.Ordinal) ? todo[Rests.Length..]
            : null;
        return rest is null ? todo : char.ToUpperInvariant(rest[0]) + rest[1..];
    }
}
