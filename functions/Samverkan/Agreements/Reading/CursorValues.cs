using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Agreements.Reading;

/// <summary>The kinds of text that a register has: ids, words out of a few, dates and lists.</summary>
internal static class CursorValues
{
    private static readonly LocalDate Earliest = new(1900, 1, 1);
    private static readonly LocalDate Latest = new(2299, 12, 31);

    internal delegate bool TryParse<T>(string text, out T value);

    internal static T? Id<T>(this JsonCursor at, TryParse<T> parse)
        where T : struct
    {
        if (at.RawText() is not { } text) return null;
        if (parse(text, out var id)) return id;
        var example = Slug.Suggest(text) is { } suggestion ? $" Skriv t.ex. \"{suggestion}\"." : "";
        at.Fail(RegisterErrorCode.IdFormat, $"{Printable.Quoted(text)} kan inte vara ett id. Ett id är {Slug.Rule}.{example}");
        return null;
    }

    /// <summary>An id that nothing else of its kind has; <paramref name="taken"/> keeps where each was first seen.</summary>
    internal static T? UniqueId<T>(this JsonCursor at, TryParse<T> parse, Dictionary<T, string> taken)
        where T : struct
    {
        if (at.Id(parse) is not { } id) return null;
        if (taken.TryAdd(id, at.Path)) return id;
        at.Fail(RegisterErrorCode.DuplicateId, $"Id \"{id}\" används redan ({taken[id]}). Välj ett annat.");
        return null;
    }

    internal static T? Word<T>(this JsonCursor at, params (string Word, T Value)[] words)
        where T : struct
    {
        if (at.RawText() is not { } text) return null;
        foreach (var (word, value) in words)
            if (word == text) return value;
        var known = words.Select(word => word.Word).ToArray();
        at.Fail(
            RegisterErrorCode.UnknownWord,
            $"{Printable.Quoted(text)} går inte att använda här.{NearMiss.Ask(text, known)} Skriv {string.Join(" eller ", known.Select(word => $"\"{word}\""))}.");
        return null;
    }

    internal static LocalDate? Date(this JsonCursor at)
    {
        if (at.RawText() is not { } text) return null;
        var parsed = NodaTime.Text.LocalDatePattern.Iso.Parse(text);
        if (parsed.Success && parsed.Value >= Earliest && parsed.Value <= Latest) return parsed.Value;
        at.Fail(RegisterErrorCode.DateFormat, parsed.Success
            ? $"Datumet {text} ligger utanför {Earliest.Year}–{Latest.Year}. Skriv ett datum däremellan."
            : $"{Printable.Quoted(text)} är inte ett datum som finns. Skriv år, månad och dag: \"2024-12-31\".");
        return null;
    }

    internal static AnnualDate? YearlyDate(this JsonCursor at)
    {
        if (at.RawText() is not { } text) return null;
        if (YearlyDueDate.TryParse(text, out var date)) return date;
        at.Fail(
            RegisterErrorCode.YearlyDateFormat,
            $"{Printable.Quoted(text)} är inte en dag som återkommer varje år. Skriv två bindestreck, månad och dag: \"--12-01\" är den 1 december.");
        return null;
    }

    internal static IReadOnlyList<string> Texts(this JsonCursor? at) => at is null ? [] : at.Items().Values(item => item.Text());

    /// <summary>What could be read of a list's entries.</summary>
    internal static IReadOnlyList<T> Values<T>(this IEnumerable<JsonCursor> items, Func<JsonCursor, T?> read)
        where T : class => [.. items.Select(read).OfType<T>()];

    /// <summary>What could be read of a list's entries, each of which may stand there once.</summary>
    internal static IReadOnlyList<T> DistinctValues<T>(this IEnumerable<JsonCursor> items, Func<JsonCursor, T?> read)
        where T : struct
    {
        var seen = new HashSet<T>();
        foreach (var item in items)
        {
            if (read(item) is { } value && !seen.Add(value))
                item.Fail(RegisterErrorCode.RepeatedEntry, $"\"{value}\" står redan i listan. Ta bort en av dem.");
        }

        return [.. seen];
    }
}
