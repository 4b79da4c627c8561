namespace Samverkan.Intake.Matching;

/// <summary>
/// How well a document's title fits one of the register's. The score is the share of the words' weight that both have:
/// what tells the matter weighs 3, the kind of document 2, light words 1.
/// </summary>
internal sealed record TitleMatch
{
    /// <summary>The score from which a title is enough.</summary>
    internal const int Threshold = 60;

    private const int TellingWeight = 3;
    private const int KindWeight = 2;

    /// <summary>0–100; under <see cref="Threshold"/> where the titles cannot mean the same document.</summary>
    internal required int Score { get; init; }

    /// <summary>How many words that tell the matter both have.</summary>
    internal required int Shared { get; init; }

    /// <summary>True where they share a kind of document, or the document says no more of its kind than "plan".</summary>
    internal required bool SharesKind { get; init; }

    /// <summary>True where one is a report on, or a reply about, what the other is.</summary>
    internal required bool AboutClashes { get; init; }

    /// <summary>True where they are different kinds of documents.</summary>
    internal required bool KindClashes { get; init; }

    /// <summary>True where the document's title concerns something that the register's does not.</summary>
    internal required bool HasExtra { get; init; }

    /// <summary>True where the document's title leaves out something that the register's has.</summary>
    internal required bool HasMissing { get; init; }

    /// <summary>True where the titles are the same but for year, order, inflection and small words.</summary>
    internal bool IsSame => Score == 100;

    /// <summary>True where the title alone is enough.</summary>
    internal bool Fits => Score >= Threshold;

    /// <summary>Compares a document's title with the register's.</summary>
    /// <param name="document">The document's title.</param>
    /// <param name="title">The register's title.</param>
    /// <param name="topic">What the agreement of the register's title concerns.</param>
    /// <param name="neutral">Words that say who and not what, such as the municipality's name.</param>
    internal static TitleMatch Compare(TitleWords document, KnownTitle title, IReadOnlySet<string> topic, IReadOnlySet<string> neutral)
    {
        var known = title.Words;
        var shared = document.Telling.Where(known.Telling.Contains).ToArray();
        var extra = document.Telling.Count(word => !known.Telling.Contains(word) && !neutral.Contains(word));
        var missing = known.Telling.Count - shared.Length;
        var sharedKinds = document.Kinds.Count(known.Kinds.Contains);
        var match = new TitleMatch
        {
            Score = 0,
            Shared = shared.Length,
            SharesKind = document.Kinds.Any(kind => kind == TitleVocabulary.AnyPlan || title.Kinds.Contains(kind)),
            AboutClashes = document.IsAbout != known.IsAbout,
            KindClashes = HasOwnKind(document.Kinds) && HasOwnKind(title.Kinds) && !document.Kinds.Any(title.Kinds.Contains),
            HasExtra = extra > 0,
            HasMissing = missing > 0,
        };
        if (!Resembles(known, shared, match)) return match;
        var both = (TellingWeight * shared.Length) + (KindWeight * sharedKinds) + document.Light.Count(known.Light.Contains);
        var all = (TellingWeight * ((2 * shared.Length) + extra + missing))
            + (KindWeight * (document.Kinds.Count + known.Kinds.Count)) + document.Light.Count + known.Light.Count;
        var score = 200 * both / all;
        return match with { Score = match.IsSound(known, shared, topic, sharedKinds) ? score : Math.Min(score, Threshold - 1) };
    }

    // Titles that share only a place, or only that they are plans, do not resemble each other.
    private static bool Resembles(TitleWords known, string[] shared, TitleMatch match) =>
        known.Telling.Count == 0 ? match is { SharesKind: true, HasExtra: false }
        : shared.Any(word => !known.Names.Contains(word)) || (shared.Length > 0 && known.Names.Count == known.Telling.Count);

    // The document's title may be longer where it names the same kind of document, and shorter where it still says what the
    // agreement concerns, or half of the title.
    private bool IsSound(TitleWords known, string[] shared, IReadOnlySet<string> topic, int sharedKinds) =>
        this is { AboutClashes: false, KindClashes: false } && !(HasExtra && HasMissing)
        && (!HasExtra || sharedKinds > 0)
        && (!HasMissing || shared.Any(topic.Contains) || shared.Length * 2 >= known.Telling.Count);

    private static bool HasOwnKind(IReadOnlySet<string> kinds) => kinds.Any(kind => kind != TitleVocabulary.AnyPlan);
}
