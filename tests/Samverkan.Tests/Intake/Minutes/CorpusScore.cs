using System.Globalization;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Samverkan.Tests.Intake.Minutes;

/// <summary>Reads the corpus once and prints the score: right fields of all fields.</summary>
public sealed class CorpusScore
{
    public CorpusScore(IMessageSink output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var files = Corpus.Files().Select(path => (Name: Path.GetFileName(path), Result: Corpus.Compare(path))).ToList();
        var fields = files.Sum(file => file.Result.Fields);
        Wrong = [.. files.SelectMany(file => file.Result.Wrong.Select(wrong => $"{file.Name}: {wrong}"))];
        Percent = 100m * (fields - Wrong.Count) / fields;
        Line = string.Create(CultureInfo.InvariantCulture,
            $"minutes corpus: {fields - Wrong.Count} of {fields} fields right, {Percent:0.00} %");
        output.OnMessage(new DiagnosticMessage(Line));
    }

    public decimal Percent { get; }

    public string Line { get; }

    public IReadOnlyList<string> Wrong { get; }
}
