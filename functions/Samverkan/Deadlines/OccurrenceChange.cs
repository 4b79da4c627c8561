namespace Samverkan.Deadlines;

/// <summary>What another register makes of one occurrence.</summary>
/// <param name="Before">The occurrence until then; null where it is new.</param>
/// <param name="After">The occurrence from then on; null where it falls away.</param>
/// <param name="Details">What is different, in Swedish for people; empty where the occurrence is new or falls away.</param>
public sealed record OccurrenceChange(Occurrence? Before, Occurrence? After, IReadOnlyList<ChangedDetail> Details)
{
    /// <summary>The occurrence that names it: the new one, or the one that falls away.</summary>
    public Occurrence Occurrence => After ?? Before!;

    /// <summary><c>added</c>, <c>gone</c> or <c>changed</c>.</summary>
    public string Kind => (Before, After) switch
    {
        (null, _) => "added",
        (_, null) => "gone",
        _ => "changed",
    };
}
