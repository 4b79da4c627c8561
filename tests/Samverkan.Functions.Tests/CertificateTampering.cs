using System.Text;
using System.Text.Json.Nodes;
using Samverkan.Dispatch.Certificates;

namespace Samverkan.Functions.Tests;

/// <summary>Changes a certificate value by value, and sees that each change shows.</summary>
internal static class CertificateTampering
{
    // Not covered by any entry, as the types say; the anchor's day only tells which message has the root to compare with.
    private static readonly string[] Unproven = ["issuedAt", "municipality", "contactName", "proof.anchor.day"];

    /// <summary>Changes each value in turn; returns how many there are.</summary>
    public static int IsFound(Certificate certificate)
    {
        var text = CertificateJson.Write(certificate);
        Assert.True(Holds(text));
        var paths = Leaves(JsonNode.Parse(text)!).ToArray();
        foreach (var path in paths)
        {
            var changed = JsonNode.Parse(text)!;
            Change(changed, path);
            Assert.True(Unproven.Contains(string.Join('.', path)) == Holds(changed.ToJsonString()), string.Join('.', path));
        }

        return paths.Length;
    }

    /// <summary>Whether a file is a certificate that holds by itself.</summary>
    public static bool Holds(string text) =>
        CertificateJson.Read(Encoding.UTF8.GetBytes(text)) is { } read && !CertificateCheck.Faults(read).Any();

    private static IEnumerable<string[]> Leaves(JsonNode node) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Leaves(p.Value!).Select(rest => (string[])[p.Key, .. rest])),
        JsonArray a => a.SelectMany((n, i) => Leaves(n!).Select(rest => (string[])[$"{i}", .. rest])),
        _ => [[]],
    };

    private static void Change(JsonNode node, string[] path)
    {
        for (var i = 0; i < path.Length - 1; i++) node = node is JsonArray a ? a[int.Parse(path[i], null)]! : node[path[i]]!;
        var value = (node is JsonArray list ? list[int.Parse(path[^1], null)] : node[path[^1]])!.AsValue();
        JsonNode other = value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.GetValue<long>() + 1),
            System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
            System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
            _ => JsonValue.Create(Other(value.GetValue<string>())),
        };
        if (node is JsonArray array) array[int.Parse(path[^1], null)] = other;
        else node[path[^1]] = other;
    }

    // The last digit or letter becomes another of its kind, so that dates stay dates and hashes hashes.
    private static string Other(string text)
    {
        var at = text.Length - 1;
        while (at >= 0 && (!char.IsAsciiLetterOrDigit(text[at]) || text[at] is 'Z')) at--;
        if (at < 0) return text + "x";
        var other = text[at] is '0' ? "1" : text[at] is >= '1' and <= '9' ? "0" : text[at] is 'a' ? "b" : "a";
        return text[..at] + other + text[(at + 1)..];
    }
}
