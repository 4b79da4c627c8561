namespace Samverkan.Agreements.Reading;

/// <summary>Finds the word that somebody probably meant.</summary>
internal static class NearMiss
{
    private const int MostEdits = 2;

    // Enough for any municipality's contacts, and little enough for a file that is made to waste our time.
    private const int MostCandidates = 300;

    /// <summary>" Menade du …?" for the nearest known word, or an empty text where none is near.</summary>
    internal static string Ask(string written, IEnumerable<string> known)
    {
        if (written.Length > 100) return "";
        var nearest = known.Take(MostCandidates)
            .Select(word => (word, edits: Distance(written.ToUpperInvariant(), word.ToUpperInvariant(), MostEdits)))
            .Where(candidate => candidate.edits <= MostEdits && candidate.edits < candidate.word.Length)
            .OrderBy(candidate => candidate.edits).ThenBy(candidate => candidate.word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.word is null ? "" : $" Menade du \"{nearest.word}\"?";
    }

    /// <summary>Levenshtein's distance: the fewest letters to add, leave out or change. Where the lengths alone differ by more than asked for, the greatest number.</summary>
    internal static int Distance(string a, string b, int mostEdits)
    {
        if (Math.Abs(a.Length - b.Length) > mostEdits) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[^1];
    }
}
