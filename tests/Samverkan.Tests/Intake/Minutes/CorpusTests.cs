using System.Globalization;
using System.Text.Json.Nodes;

namespace Samverkan.Tests.Intake.Minutes;

public sealed class CorpusTests(CorpusScore score) : IClassFixture<CorpusScore>
{
    [Fact]
    public void The_corpus_is_read_as_well_as_ever()
    {
        var floor = decimal.Parse(File.ReadAllText(Path.Combine(Corpus.Folder, "floor")), CultureInfo.InvariantCulture);

        Assert.InRange(floor, 98m, 100m);
        Assert.True(score.Percent >= floor,
            $"{score.Line}; the floor is {floor} %:{Environment.NewLine}{string.Join(Environment.NewLine, score.Wrong)}");
    }

    [Fact]
    public void The_corpus_is_as_large_as_it_must_be()
    {
        var texts = Corpus.Files().Where(path => path.EndsWith(".txt", StringComparison.Ordinal)).ToList();

        Assert.All(texts, path => Assert.True(File.Exists(Path.ChangeExtension(path, ".docx")), path));
        Assert.InRange(texts.Sum(path => Corpus.Expected(path).Count), 60, int.MaxValue);
        Assert.InRange(texts.Select(path => Path.GetFileName(path)[..2]).Distinct().Count(), 20, int.MaxValue);
    }

    [Fact]
    public void Nobody_is_a_recipient_whom_the_text_does_not_name()
    {
        foreach (var path in Corpus.Files())
        {
            var named = Corpus.Expected(path).SelectMany(Recipients).ToHashSet(StringComparer.Ordinal);
            Assert.Subset(named, Corpus.Read(path).SelectMany(Recipients).ToHashSet(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Recipients(string extract) =>
        JsonNode.Parse(extract)!["recipients"]!.AsArray().Select(name => name!.GetValue<string>());
}
