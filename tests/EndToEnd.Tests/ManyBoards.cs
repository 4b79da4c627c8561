using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>A register with boards in a group and action plans, and an extract of each plan to all boards.</summary>
internal static class ManyBoards
{
    /// <summary>Writes the register and drops the extracts; returns how many deliveries that makes.</summary>
    public static int Drop(string data, int boards, int plans)
    {
        WriteRegister(data, boards, plans);
        DropExtracts(data, plans);
        return boards * plans;
    }

    /// <summary>Writes the register, changed as asked.</summary>
    public static void WriteRegister(string data, int boards, int plans, Func<string, string>? change = null) =>
        File.WriteAllText(Path.Combine(data, "register.json"), (change ?? (text => text))(Register(boards, plans)));

    /// <summary>Drops an extract of each plan to all boards.</summary>
    public static void DropExtracts(string data, int plans)
    {
        var inbox = Directory.CreateDirectory(Path.Combine(data, "inkorg")).FullName;
        for (var plan = 1; plan <= plans; plan++) File.WriteAllText(Path.Combine(inbox, Text($"utdrag {plan}.txt")), Extract(plan));
    }

    private static string Register(int boards, int plans) =>
        $$"""
        { "municipality": "Exempel kommun", "inUseFrom": "2021-01-01",
          "contacts": [
            { "id": "ansvarig", "name": "Ansvarig", "channel": { "type": "email", "address": "ansvarig@kommun.example" } },
            {{Each(boards, i => $$"""{ "id": "n-{{i}}", "name": "Styrelse {{i}}", "channel": { "type": "email", "address": "n-{{i}}@kommun.example" } }""")}} ],
          "groups": [ { "id": "alla", "name": "Samtliga styrelser", "members": [ {{Each(boards, i => $"\"n-{i}\"")}} ] } ],
          "agreements": [ {{Each(plans, i => $$"""
            { "id": "plan-{{i}}", "kind": "actionPlan", "title": "Handlingsplan {{i}}", "diaryNumbers": ["2026.{{100 + i}} KS"], "from": "2021-01-01", "to": "2099-12-31",
              "responsible": ["ansvarig"], "obligations": [] }
            """)}} ] }
        """;

    private static string Extract(int plan) => Text(
        $"""
        § {plan}  2026.{100 + plan} KS

        Handlingsplan {plan}

        Beslut
        Handlingsplan {plan} godkänns.

        Expedieras till
        Samtliga styrelser
        """);

    private static string Each(int count, Func<int, string> one) => string.Join(",\n", Enumerable.Range(1, count).Select(one));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
