using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>
/// Every document of the corpus, and of the shared minutes where they are, through the inbox of a municipality that knows
/// every name in all of them and many that are nearly so: nobody receives a document that does not name him.
/// </summary>
public sealed class CorpusDeliveryTests
{
    private static readonly LocalDate Day = new(2030, 1, 10);
    private static readonly string Corpus = Path.GetFullPath(Path.Combine(Here(), "..", "Samverkan.Tests", "Corpus"));
    private static readonly string Shared = Path.Combine(
        Environment.GetEnvironmentVariable("SAMVERKAN_SHARED") ?? Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "shared")), "minutes");

    [Fact]
    public async Task Nobody_receives_a_document_that_does_not_name_him()
    {
        var documents = Documents();
        var contacts = Contacts(documents);
        await using var play = new Play();
        for (var i = 0; i < documents.Count; i++)
            play.Drop("2030-01-10 09:00", $"{i}-{Path.GetFileName(documents[i].Path)}", await File.ReadAllBytesAsync(documents[i].Path));

        await play.RunAsync(Day, Day, Register(contacts, documents));
        await ReleaseAsync(play, documents);

        var named = documents.ToLookup(d => DocumentHash.Of(File.ReadAllBytes(d.Path)), d => d.Recipients.Select(Letters).ToHashSet(StringComparer.Ordinal));
        var deliveries = await play.DeliveriesAsync();
        Assert.InRange(deliveries.Count, documents.Count, int.MaxValue);
        Assert.All(deliveries, d => Assert.All(d.Documents, hash =>
            Assert.Contains(named[hash], names => names.Contains(Letters(contacts[d.Contact])))));
        Assert.Null((await play.VerifyAsync()).Fault);
    }

    // What could not be placed, or was held for its contents, a person lets out to the one plan that there is.
    private static async Task ReleaseAsync(Play play, IReadOnlyList<Document> documents)
    {
        var waiting = (await play.Services.GetRequiredService<LedgerBook>().LoadAsync<InboxHistory>(StreamId.Inbox, CancellationToken.None)).Quarantined.Values;
        foreach (var file in waiting)
        {
            var document = documents[int.Parse(file.Name!.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)];
            if (document.Paragraph is null) continue;
            var choice = new ReleaseChoice { Agreement = AgreementId.Parse("planen"), Paragraph = document.Paragraph };
            var result = await play.Services.GetRequiredService<QuarantineRelease>().ReleaseAsync(file.Id, choice, "Anna", CancellationToken.None);
            Assert.Null(result.Problem);
        }
    }

    private static IReadOnlyList<Document> Documents() =>
    [
        .. from folder in (string[])[Corpus, Shared]
           where Directory.Exists(folder)
           from path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
           where Path.GetExtension(path) is ".txt" or ".docx"
           select Expected(path),
    ];

    private static Document Expected(string path)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + ".expected.json")))!;
        JsonNode[] extracts = json is JsonArray several ? [.. several.Select(one => one!)] : [json];
        return new Document(
            path,
            (string?)extracts[0]["paragraph"],
            [.. extracts.Select(x => (string?)x["diaryNumber"]).OfType<string>()],
            [.. extracts.SelectMany(x => x["recipients"]?.AsArray() ?? []).Select(name => name!.GetValue<string>())]);
    }

    // Everybody who is named, and beside each of them those who are nearly named: halves, longer names, other forms.
    private static Dictionary<string, string> Contacts(IEnumerable<Document> documents)
    {
        string[] names = [.. documents.SelectMany(d => d.Recipients).Where(name => !IsPlace(name))];
        var near = names.SelectMany(name => name.Split([" och ", " samt ", ", ", " "], StringSplitOptions.RemoveEmptyEntries).Append($"{name} stab").Append($"{name} i grannkommunen"));
        return names.Concat(near)
            .Where(name => Letters(name).Length > 2 && !IsPlace(name))
            .DistinctBy(Letters)
            .Select((name, i) => (Id: $"kontakt-{i}", Name: name))
            .ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
    }

    private static bool IsPlace(string name) => Letters(name) is "akten" or "akt" or "diariet" or "diarium" or "arkiv" or "arkivet" or "ärendet" or "pärmen";

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string Register(Dictionary<string, string> contacts, IReadOnlyList<Document> documents) => JsonSerializer.Serialize(new
    {
        municipality = "Exempel kommun",
        inUseFrom = "2030-01-01",
        contacts = contacts.Select(c => new { id = c.Key, name = c.Value, channel = new { type = "email", address = $"{c.Key}@exempel.example" } }),
        agreements = new[]
        {
            new
            {
                id = "planen", kind = "actionPlan", title = "Planen", from = "2010-01-01", to = "2035-12-31", responsible = new[] { contacts.Keys.First() },
                diaryNumbers = documents.SelectMany(d => d.DiaryNumbers).DistinctBy(Letters),
            },
        },
    });

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private sealed record Document(string Path, string? Paragraph, IReadOnlyList<string> DiaryNumbers, IReadOnlyList<string> Recipients);
}
