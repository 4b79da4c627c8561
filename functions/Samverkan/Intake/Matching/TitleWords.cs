namespace Samverkan.Intake.Matching;

/// <summary>A title as the words that tell it from others. Years, order, inflection and small words make no difference.</summary>
internal sealed class TitleWords
{
    /// <summary>What is longer is no title; the rest of it is not read.</summary>
    internal const int LongestRead = 1000;

    private TitleWords(IReadOnlySet<string> telling, IReadOnlySet<string> names, IReadOnlySet<string> kinds, IReadOnlySet<string> light, bool isAbout) =>
        (Telling, Names, Kinds, Light, IsAbout) = (telling, names, kinds, light, isAbout);

    /// <summary>What the document concerns: "folkhälsa", "krisberedskap".</summary>
    internal IReadOnlySet<string> Telling { get; }

    /// <summary>Those of <see cref="Telling"/> that have a capital within the title: places and bodies, which many documents share.</summary>
    internal IReadOnlySet<string> Names { get; }

    /// <summary>What kind of document it is: "verksamhetsplan", "avtal", "rapport".</summary>
    internal IReadOnlySet<string> Kinds { get; }

    /// <summary>Words that say little but are words of the title: "gemensam".</summary>
    internal IReadOnlySet<string> Light { get; }

    /// <summary>True for a document about another: a report on a plan is not the plan.</summary>
    internal bool IsAbout { get; }

    /// <summary>True where the title names a plan, a budget or a report, and not the agreement alone.</summary>
    internal bool NamesPlan => Kinds.Any(kind => kind != TitleVocabulary.AgreementKind);

    internal static TitleWords Of(string title)
    {
        var telling = new HashSet<string>(StringComparer.Ordinal);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var light = new HashSet<string>(StringComparer.Ordinal);
        var isAbout = false;
        var read = title.Length > LongestRead ? title[..LongestRead] : title;
        foreach (var word in WordForm.Words(read).Where(word => !TitleVocabulary.IsSilent(word)))
        {
            var about = TitleVocabulary.About(word);
            isAbout |= about is not null;
            if ((about ?? TitleVocabulary.Kind(word)) is var (kind, topic))
            {
                kinds.Add(kind);
                if (topic is not null) telling.Add(WordForm.Stem(topic));
            }
            else if (TitleVocabulary.IsLight(word)) light.Add(WordForm.Stem(word));
            else if (TitleVocabulary.Topic(word) is { Length: > 0 } rest) telling.Add(WordForm.Stem(rest));
        }

        return new TitleWords(telling, telling.Intersect(Capitalized(read), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal), kinds, light, isAbout);
    }

    /// <summary>These words without what another title says already.</summary>
    internal TitleWords Without(TitleWords other) =>
        new(Telling.Except(other.Telling).ToHashSet(StringComparer.Ordinal), Names, Kinds, Light, IsAbout);

    private static IEnumerable<string> Capitalized(string title) => title
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Where(word => char.IsUpper(word[0]))
        .SelectMany(WordForm.Words)
        .Select(WordForm.Stem);
}
