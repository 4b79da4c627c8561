using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>The delivery log as the API gives it.</summary>
internal static class DeliveryRows
{
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(HostProcess host)
    {
        using var json = JsonDocument.Parse(await host.Http.GetStringAsync(new Uri("/api/deliveries?size=500", UriKind.Relative)));
        return [.. json.RootElement.GetProperty("deliveries").EnumerateArray().Select(e => e.Clone())];
    }

    public static async Task<IReadOnlyList<JsonElement>> UntilAsync(HostProcess host, Predicate<IReadOnlyList<JsonElement>> condition, int seconds = 120)
    {
        IReadOnlyList<JsonElement> rows = [];
        await Wait.UntilAsync(
            async () => condition(rows = await ReadAsync(host)),
            () => $"{string.Join('\n', rows)}\n{host.Output}",
            TimeSpan.FromSeconds(seconds));
        return rows;
    }

    public static async Task<JsonElement> UntilAsync(HostProcess host, string id, string state) =>
        (await UntilAsync(host, rows => rows.Any(r => Id(r) == id && State(r) == state))).Single(r => Id(r) == id);

    public static string Id(JsonElement row) => row.GetProperty("id").GetString()!;

    public static string To(JsonElement row) => row.GetProperty("to").GetString()!;

    public static string State(JsonElement row) => row.GetProperty("state").GetString()!;
}
