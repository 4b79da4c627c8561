using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Certificates;

namespace Samverkan.Functions.Tests;

/// <summary>What an outsider can check with nothing but the file, and what nobody can change in it.</summary>
public sealed class CertificateTests
{
    // Not covered by any entry, as the types say; the anchor's day only tells which message has the root to compare with.
    private static readonly string[] Unproven = ["issuedAt", "municipality", "contactName", "proof.anchor.day"];

    [Fact]
    public async Task A_certificate_of_the_story_holds_by_itself_and_is_under_the_next_days_anchor()
    {
        await using var play = await PlayedAsync();
        var certificate = await IssueAsync(play);
        var read = CertificateJson.Read(Encoding.UTF8.GetBytes(CertificateJson.Write(certificate)));

        Assert.NotNull(read);
        Assert.Empty(CertificateCheck.Faults(read));
        Assert.Equal(new LocalDate(2022, 12, 13), read.Proof.Anchor!.Day);
        Assert.Equal(["plan", "extract"], read.Delivery.Documents.Select(d => d.Part));
        Assert.Equal("folkhalsa@region.example", Assert.Single(read.Delivery.Attempts).Address);
        Assert.Equal("2022-12-12T14:15", read.Delivery.HandedOverAt!.Local.ToString("uuuu'-'MM'-'dd'T'HH':'mm", null));
        Assert.Equal(1, read.Delivery.HandedOverAt.Local.Offset.Seconds / 3600);
    }

    [Fact]
    public async Task Nothing_in_the_file_can_be_changed_without_its_showing()
    {
        await using var play = await PlayedAsync();
        var text = CertificateJson.Write(await IssueAsync(play));
        var changes = Leaves(JsonNode.Parse(text)!).ToArray();
        Assert.True(changes.Length > 100, $"{changes.Length} values");
        foreach (var path in changes)
        {
            var changed = JsonNode.Parse(text)!;
            Change(changed, path);
            var read = CertificateJson.Read(Encoding.UTF8.GetBytes(changed.ToJsonString()));
            var unproven = Unproven.Contains(string.Join('.', path));
            Assert.True(unproven == (read is not null && !CertificateCheck.Faults(read).Any()), string.Join('.', path));
        }
    }

    [Fact]
    public async Task No_entry_can_be_taken_out_and_the_addresses_of_others_are_not_given_away()
    {
        await using var play = await PlayedAsync();
        var certificate = await IssueAsync(play);
        for (var i = 0; i < certificate.Proof.Entries.Count; i++)
        {
            var shortened = certificate with { Proof = certificate.Proof with { Entries = [.. certificate.Proof.Entries.Where((_, at) => at != i)] } };
            Assert.NotEmpty(CertificateCheck.Faults(shortened));
        }

        Assert.DoesNotContain("hsn-kansli@region.example", CertificateJson.Write(certificate), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"samverkan-certificate-1"}""")]
    [InlineData("""{"kind":"samverkan-certificate-2"}""")]
    public void What_is_no_certificate_is_not_read(string text) => Assert.Null(CertificateJson.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("register.00000000000000000000")]
    [InlineData("folkhalsa-2021.2023.00000000000000000000")]
    public async Task A_delivery_that_is_not_there_has_no_certificate(string id)
    {
        await using var play = await PlayedAsync();
        Assert.Null(await play.Services.GetRequiredService<CertificateDesk>().IssueAsync(id, CancellationToken.None));
    }

    private static async Task<Play> PlayedAsync()
    {
        var play = new Play();
        await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(new LocalDate(2021, 4, 20), new LocalDate(2022, 12, 13));
        await play.Services.GetRequiredService<DeadlineSweep>().RunAsync(CancellationToken.None);
        return play;
    }

    private static async Task<Certificate> IssueAsync(Play play)
    {
        var row = Assert.Single(await play.DeliveriesAsync(), d => d is { Version: DeliveryVersion.Adopted, PlanYear: 2023 });
        var certificate = await play.Services.GetRequiredService<CertificateDesk>().IssueAsync(row.Id, CancellationToken.None);
        Assert.NotNull(certificate);
        return certificate;
    }

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
