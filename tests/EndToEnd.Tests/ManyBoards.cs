using System.Globalization;
using System.Text;

namespace EndToEnd.Tests;

/// <summary>A register with 50 boards in a group and 10 action plans, and an extract of each plan to all boards: 500 deliveries.</summary>
internal static class ManyBoards
{
    public const int Boards = 50;
    public const int Plans = 10;
    public const int Deliveries = Boards * Plans;

    /// <summary>Writes the register and drops the extracts.</summary>
    public static void Drop(DataFolder data)
    {
        File.WriteAllText(data.In("register.json"), Register());
        for (var plan = 1; plan <= Plans; plan++) data.Drop(Text($"utdrag {plan}.txt"), Encoding.UTF8.GetBytes(Extract(plan)));
    }

    private static string Register() =>
        $$"""
        { "municipality": "Exempel kommun", "inUseFrom": "2021-01-01",
          "contacts": [
            { "id": "ansvarig", "name": "Ansvarig", "channel": { "type": "email", "address": "ansvarig@kommun.example" } },
            {{Each(Boards, i => $$"""{ "id": "n-{{i}}", "name": "Styrelse {{i}}", "channel": { "type": "email", "address": "n-{{i}}@kommun.example" } }""")}} ],
          "groups": [ { "id": "alla", "name": "Samtliga styrelser", "members": [ {{Each(Boards, i => $"\"n-{i}\"")}} ] } ],
          "agreements": [ {{Each(Plans, i => $$"""
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
