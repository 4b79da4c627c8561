using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Samverkan.Agreements;

/// <summary>The registry number of a case (diarienummer): a year, a running number and mostly the board's letters, in
/// the order and with the separators that a case system prints: <c>2022.529 KS</c>, <c>KS 2023/00214</c>,
/// <c>00322/2026</c>. Equal when year, number and letters are, whatever the print; a plan code behind the number does
/// not count. <c>default</c> is no diary number and equals none that was read.</summary>
public readonly record struct DiaryNumber
{
    internal DiaryNumber(string printed, int year, int number, string letters)
    {
        Printed = printed;
        Year = year;
        Number = number;
        Letters = letters;
    }

    /// <summary>The number as it was printed, without a label such as "Dnr".</summary>
    public string Printed { get; }

    /// <summary>The year, four digits; a printed <c>23</c> is 2023.</summary>
    public int Year { get; }

    /// <summary>The running number, without leading zeros.</summary>
    public int Number { get; }

    /// <summary>The board's letters in upper case; empty where none are printed.</summary>
    public string Letters { get; }

    /// <summary>One spelling for all that are equal: <c>KS 2022/529</c>, or <c>2022/529</c> without letters.</summary>
    public string Normalized =>
        string.Create(CultureInfo.InvariantCulture, $"{Letters} {Year}/{Number}").TrimStart();

    /// <summary>Reads a diary number that is the whole of a text; a label before it ("Dnr", "Diarienummer:") is
    /// allowed.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="number">The number where the answer is true.</param>
    /// <returns>False where the text is something else: a date, a span of years, words around the number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DiaryNumber number)
    {
        var found = DiaryNumberScanner.Find(text, alone: true);
        number = found?.Number ?? default;
        return found is { } match
            && text.AsSpan(0, match.Start).Trim().IsEmpty
            && text.AsSpan(match.End).Trim().IsEmpty;
    }

    /// <summary>Whether both mean the same case: equal, or equal but for letters that one of them leaves out.</summary>
    /// <param name="other">The other number.</param>
    public bool Matches(DiaryNumber other) =>
        Year == other.Year && Number == other.Number
        && (string.IsNullOrEmpty(Letters) || string.IsNullOrEmpty(other.Letters) || Letters == other.Letters);

    /// <summary>Whether year, number and letters are the same.</summary>
    /// <param name="other">The other number.</param>
    public bool Equals(DiaryNumber other) =>
        Year == other.Year && Number == other.Number && Letters == other.Letters;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Year, Number, Letters);

    /// <summary>The number as printed.</summary>
    public override string ToString() => Printed ?? "";
}
