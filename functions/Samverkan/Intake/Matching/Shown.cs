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

    internal static string Name(Agreement agreement) => Printable.Short(agreement.Title);

    internal static string Name(Agreement agreement, Obligation? obligation, int? year)
    {
        if (obligation is null) return Name(agreement);
        var forYear = year is null ? "" : string.Create(CultureInfo.InvariantCulture, $" för {year}");
        return $"{Quoted(obligation.Title)}{forYear} i {Name(agreement)}";
    }

    internal static string List(IEnumerable<int> years) => string.Join(" och ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
}
