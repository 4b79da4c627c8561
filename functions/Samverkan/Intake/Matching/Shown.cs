using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Agreements.Reading;

namespace Samverkan.Intake.Matching;

/// <summary>How messages show what a document and the register call things: short, on one line, without control characters.</summary>
internal static class Shown
{
    internal static string Short(DiaryNumber number) => Short(number.ToString());

    internal static string Short(string text) => Printable.Short(text);

    internal static string Quoted(string text) => Printable.Quoted(text);

    internal static string Lower(string sentence) => sentence.Length == 0 ? "" : $"{char.ToLowerInvariant(sentence[0])}{sentence[1..]}";

    internal static string Years(Agreement agreement) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(agreement)} {agreement.From.Year}–{agreement.To.Year}");

    internal static string Name(Agreement agreement) => Printable.Short(agreement.Title);

    internal static string Name(Agreement agreement, Obligation? obligation) =>
        obligation is null ? Name(agreement) : $"{Quoted(obligation.Title)} i {Name(agreement)}";

    internal static string List(IEnumerable<int> years) => string.Join(" och ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
}
