using System.Text;
using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

/// <summary>A small register that is right, and ways to spoil it.</summary>
internal static class Registers
{
    internal const string Json = """
        { "municipality": "Alingsås kommun", "inUseFrom": "2021-01-01",
          "contacts": [
            { "id": "region", "name": "Regionen", "aliases": ["Avdelning folkhälsa"],
              "channel": { "type": "email", "address": "folkhalsa@region.example" } },
            { "id": "socialnamnden", "name": "Socialnämnden", "channel": { "type": "folder", "address": "social" },
              "fallback": { "type": "webhook", "address": "https://social.example/in" } } ],
          "groups": [ { "id": "namnder", "name": "Samtliga nämnder", "aliases": ["Nämnderna"], "members": ["socialnamnden"] } ],
          "agreements": [ {
            "id": "folkhalsa", "kind": "cooperation", "title": "Samverkansavtal",
            "diaryNumbers": ["2022.529 KS"], "from": "2021-01-01", "to": "2024-12-31",
            "responsible": ["socialnamnden"], "escalation": ["region"], "endorsers": ["Kommunstyrelsen"],
            "obligations": [ { "id": "plan", "title": "Plan med budget", "titles": ["Verksamhetsplan"], "parts": ["plan", "budget"],
              "due": "--12-01", "planYear": "next", "nonWorkingDay": "previous", "draftByDeadline": false,
              "reminders": ["P1D", "P2W"], "recipients": ["region", "namnder"] } ] } ] }
        """;

    internal static Register Valid => Read(Json).Register!;

    internal static RegisterReading Read(string json) => RegisterReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The errors of the register with one piece of its text replaced.</summary>
    internal static IReadOnlyList<RegisterError> Spoiled(string piece, string replacement) => Read(Json.With(piece, replacement)).Errors;

    /// <summary>A text with a piece that it has replaced.</summary>
    internal static string With(this string text, string piece, string replacement)
    {
        Assert.Contains(piece, text, StringComparison.Ordinal);
        return text.Replace(piece, replacement, StringComparison.Ordinal);
    }
}
