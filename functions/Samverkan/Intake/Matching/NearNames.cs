namespace Samverkan.Intake.Matching;

/// <summary>Finds the names that a misprint may mean: a few letters wrong, or a name within a longer one.</summary>
internal static class NearNames
{
    private const int MostOffered = 3;
    private const int ShortestWithin = 6;

    // A name longer than this is a sentence; comparing it would take long and mean little.
    private const int LongestCompared = 150;

    internal static IReadOnlyList<NearMiss> Of(string printed, IEnumerable<RecipientBook.Entry> names)
    {
        var key = RecipientName.Letters(printed);
        if (key.Length is 0 or > LongestCompared) return [];
        return
        [
            .. names
                .Select(entry => (entry, distance: Distance(key, entry.Letters)))
                .Where(near => near.distance is not null)
                .OrderBy(near => near.distance)
                .ThenBy(near => near.entry.Id.Value, StringComparer.Ordinal)
                .DistinctBy(near => near.entry.Id)
                .Take(MostOffered)
                .Select(near => new NearMiss(near.entry.Id, near.entry.Name)),
        ];
    }

    private static int? Distance(string printed, string name)
    {
        if (name.Length is 0 or > LongestCompared) return null;
        var longest = Math.Max(printed.Length, name.Length);
        var most = longest < 4 ? 0 : Math.Max(1, longest / 5);
        if (Agreements.Reading.NearMiss.Distance(printed, name, most) is var edits && edits <= most) return edits;
        return IsWithin(printed, name) || IsWithin(name, printed) ? LongestCompared + Math.Abs(printed.Length - name.Length) : null;
    }

    private static bool IsWithin(string whole, string part) =>
        part.Length >= ShortestWithin && part.Length * 2 >= whole.Length && whole.Contains(part, StringComparison.Ordinal);
}
