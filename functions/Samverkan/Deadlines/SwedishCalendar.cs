using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>
/// Which days are working days in Sweden, computed for any year of the Gregorian calendar. Not working days: Saturdays,
/// Sundays and public holidays (lag 1989:253 om allmänna helgdagar) and midsommarafton, julafton and nyårsafton (lag
/// 1930:173 om beräkning av lagstadgad tid, 2 §). Today's law is applied to all years, save that the national day
/// replaced Whit Monday from 2005 (lag 2004:1320).
/// </summary>
public static class SwedishCalendar
{
    private const int NationalDaySince = 2005;

    /// <summary>True where the day is neither Saturday, Sunday, public holiday nor an eve that the law counts with them.</summary>
    public static bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && NameOf(date) is null;

    /// <summary>
    /// The Swedish name of a public holiday or of an eve that the law counts with them; null for every other day. A date
    /// that is two of them has the name of the one with the fixed date.
    /// </summary>
    public static string? NameOf(LocalDate date) => FixedHoliday(date) ?? EasterHoliday(date) ?? SaturdayHoliday(date);

    /// <summary>The last working day that is not after the date: the date itself where it is one.</summary>
    public static LocalDate PreviousWorkingDay(LocalDate date)
    {
        while (!IsWorkingDay(date)) date = date.PlusDays(-1);
        return date;
    }

    /// <summary>The first working day that is not before the date: the date itself where it is one.</summary>
    public static LocalDate NextWorkingDay(LocalDate date)
    {
        while (!IsWorkingDay(date)) date = date.PlusDays(1);
        return date;
    }

    private static string? FixedHoliday(LocalDate date) => (date.Month, date.Day) switch
    {
        (1, 1) => "nyårsdagen",
        (1, 6) => "trettondedag jul",
        (5, 1) => "första maj",
        (6, 6) when date.Year >= NationalDaySince => "nationaldagen",
        (12, 24) => "julafton",
        (12, 25) => "juldagen",
        (12, 26) => "annandag jul",
        (12, 31) => "nyårsafton",
        _ => null,
    };

    private static string? EasterHoliday(LocalDate date) => Period.DaysBetween(Easter.Sunday(date.Year), date) switch
    {
        -2 => "långfredagen",
        0 => "påskdagen",
        1 => "annandag påsk",
        39 => "Kristi himmelsfärdsdag",
        49 => "pingstdagen",
        50 when date.Year < NationalDaySince => "annandag pingst",
        _ => null,
    };

    // Midsummer's day is the Saturday of 20–26 June, All Saints' day that of 31 October–6 November (lag 1989:253, 1 §).
    private static string? SaturdayHoliday(LocalDate date) => (date.DayOfWeek, date.Month, date.Day) switch
    {
        (IsoDayOfWeek.Friday, 6, >= 19 and <= 25) => "midsommarafton",
        (IsoDayOfWeek.Saturday, 6, >= 20 and <= 26) => "midsommardagen",
        (IsoDayOfWeek.Saturday, 10, 31) or (IsoDayOfWeek.Saturday, 11, <= 6) => "alla helgons dag",
        _ => null,
    };
}
