using System.Globalization;

namespace Samverkan.Agreements;

/// <summary>The pieces of a diary number at the beginning of a text: letters, two groups of digits, a plan code,
/// letters.</summary>
internal readonly struct DiaryNumberParts
{
    private const string Separators = "./:-–";
    private const int LongestLetters = 7;

    /// <summary>Stands for letters that are a word and no board's.</summary>
    private const string TooLong = "abcdefgh";

    private static readonly HashSet<string> s_words =
        new(["År", "Nr", "Mål", "Del", "Kap", "Sid", "Maj", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
            "Okt", "Nov", "Dec", "Den", "Av", "Ca", "Kl", "Års"],
            StringComparer.OrdinalIgnoreCase);

    private DiaryNumberParts(ReadOnlySpan<char> first, ReadOnlySpan<char> second, string letters, int length, bool isDate)
    {
        YearComesFirst = !IsLongYear(second) ? IsLongYear(first) || first.Length == 2 : IsLongYear(first);
        var year = YearComesFirst ? first : second;
        var number = YearComesFirst ? second : first;
        HasYear = IsLongYear(year) || year.Length == 2;
        HasLongYear = IsLongYear(year);
        IsSpan = IsLongYear(first) && IsLongYear(second);
        IsDate = isDate;
        Year = Parse(year) + (year.Length == 2 ? 2000 : 0);
        Number = Parse(number);
        NumberLength = number.Length;
        Letters = letters;
        Length = length;
    }

    public int Year { get; }

    public int Number { get; }

    public string Letters { get; }

    public int Length { get; }

    private bool YearComesFirst { get; }

    private bool HasYear { get; }

    private bool HasLongYear { get; }

    private bool IsSpan { get; }

    private bool IsDate { get; }

    private int NumberLength { get; }

    /// <summary>Whether this is a diary number, given that a label says so or that it is the whole of a text.</summary>
    public bool IsPlausible(bool labelled, bool alone)
    {
        if (!HasYear || IsDate || NumberLength > 8 || Number == 0)
        {
            return false;
        }

        var capitals = Letters.Length >= 2 && Letters == Letters.ToUpperInvariant();
        return labelled
            || capitals
            || (!IsSpan && (alone || Letters.Length > 0 || (HasLongYear && NumberLength >= 3)));
    }

    public static DiaryNumberParts? Read(ReadOnlySpan<char> text)
    {
        var at = 0;
        var letters = TakeLetters(text, ref at);
        if (letters.Length > 0)
        {
            _ = TakeSeparator(text, ref at) || TakeSpace(text, ref at);
        }

        var first = TakeDigits(text, ref at);
        var separated = TakeSeparator(text, ref at);
        if (letters.Length == 0 && TakeLetters(text, ref at) is { Length: > 0 } between)
        {
            letters = between;
            separated = true;
            _ = TakeSeparator(text, ref at);
        }

        var second = separated ? TakeDigits(text, ref at) : [];
        if (first.IsEmpty || second.IsEmpty || !IsLettersOfABoard(letters))
        {
            return null;
        }

        var isDate = TakePlanCode(text, ref at, first, second);
        if (letters.Length == 0 && TakeLettersBehind(text, ref at) is { Length: > 0 } behind)
        {
            letters = behind;
            TakePlanCode(text, ref at, first, second);
        }

        return EndsInsideWord(text, at) ? null : new DiaryNumberParts(first, second, letters, at, isDate);
    }

    /// <summary>Takes a plan code behind the number ("/214-041", "/214 041"); answers whether the three are a date.</summary>
    private static bool TakePlanCode(ReadOnlySpan<char> text, ref int at, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var next = at;
        var tight = TakeSeparator(text, ref next);
        if (!tight && !TakeSpace(text, ref next))
        {
            return false;
        }

        var code = TakeDigits(text, ref next);
        var dotted = TakeDottedRest(text, ref next);
        var fits = tight ? code.Length is >= 1 and <= 4 : (code.Length == 3 || dotted)
            && (next == text.Length || text[next] is ')' or ' ');
        if (!fits)
        {
            return false;
        }

        at = next;
        return tight && !dotted && second.Length <= 2 && code.Length <= 4
            && ((IsLongYear(first) && Parse(second) <= 12 && Parse(code) <= 31) || IsLongYear(code));
    }

    /// <summary>The rest of a plan code in several groups: ".3.1" of "1.3.1".</summary>
    private static bool TakeDottedRest(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            TakeDigits(text, ref at);
        }

        return at > start;
    }

    /// <summary>Letters behind, as in "2022.529 KS": capitals at the end of the text, or such as name a board.</summary>
    private static string TakeLettersBehind(ReadOnlySpan<char> text, ref int at)
    {
        var next = at;
        _ = TakeSpace(text, ref next) || TakeSeparator(text, ref next);
        var letters = TakeLetters(text, ref next);
        var atEnd = next >= text.Length || text[next] is ')' or ',' or ';';
        var fits = letters.Length >= 2 && letters == letters.ToUpperInvariant()
            && (atEnd || letters[^1] is 'S' or 'N' or 'F' or 'U');
        at = fits && !EndsInsideWord(text, next) ? next : at;
        return at == next ? letters : "";
    }

    private static bool IsLettersOfABoard(string letters) =>
        letters.Length == 0
        || (char.IsUpper(letters[0]) && !s_words.Contains(letters)
            && (letters.Length <= 3 || (letters.Length <= 7 && letters == letters.ToUpperInvariant())));

    private static string TakeLetters(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at]) && at - start <= LongestLetters)
        {
            at++;
        }

        return at - start > LongestLetters ? TooLong : text[start..at].ToString();
    }

    private static ReadOnlySpan<char> TakeDigits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start <= 8)
        {
            at++;
        }

        return text[start..at];
    }

    private static bool TakeSeparator(ReadOnlySpan<char> text, ref int at) =>
        at < text.Length && Separators.Contains(text[at], StringComparison.Ordinal) && ++at > 0;

    private static bool TakeSpace(ReadOnlySpan<char> text, ref int at) => at < text.Length && text[at] == ' ' && ++at > 0;

    private static bool EndsInsideWord(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);

    private static bool IsLongYear(ReadOnlySpan<char> digits) =>
        digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal)
            || digits.StartsWith("20", StringComparison.Ordinal));

    private static int Parse(ReadOnlySpan<char> digits) =>
        digits.Length <= 9 ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
