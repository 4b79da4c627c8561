using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

public sealed class SwedishCalendarTests
{
    /// <summary>
    /// Written down by hand from almanacs and lag (1989:253): påskdagen, Kristi himmelsfärdsdag, pingstdagen,
    /// midsommardagen, alla helgons dag.
    /// </summary>
    public static TheoryData<int, string, string, string, string, string> MovableHolidays { get; } = new()
    {
        { 2020, "04-12", "05-21", "05-31", "06-20", "10-31" },
        { 2021, "04-04", "05-13", "05-23", "06-26", "11-06" },
        { 2022, "04-17", "05-26", "06-05", "06-25", "11-05" },
        { 2023, "04-09", "05-18", "05-28", "06-24", "11-04" },
        { 2024, "03-31", "05-09", "05-19", "06-22", "11-02" },
        { 2025, "04-20", "05-29", "06-08", "06-21", "11-01" },
        { 2026, "04-05", "05-14", "05-24", "06-20", "10-31" },
        { 2027, "03-28", "05-06", "05-16", "06-26", "11-06" },
        { 2028, "04-16", "05-25", "06-04", "06-24", "11-04" },
        { 2029, "04-01", "05-10", "05-20", "06-23", "11-03" },
        { 2030, "04-21", "05-30", "06-09", "06-22", "11-02" },
        { 2031, "04-13", "05-22", "06-01", "06-21", "11-01" },
        { 2032, "03-28", "05-06", "05-16", "06-26", "11-06" },
        { 2033, "04-17", "05-26", "06-05", "06-25", "11-05" },
        { 2034, "04-09", "05-18", "05-28", "06-24", "11-04" },
        { 2035, "03-25", "05-03", "05-13", "06-23", "11-03" },
    };

    [Theory]
    [MemberData(nameof(MovableHolidays))]
    public void NameOf_names_the_holidays_and_eves_of_the_year_and_no_other_day(
        int year, string easter, string ascension, string pentecost, string midsummer, string allSaints)
    {
        var expected = new SortedDictionary<LocalDate, string>
        {
            [Day("01-01")] = "nyårsdagen",
            [Day("01-06")] = "trettondedag jul",
            [Day("05-01")] = "första maj",
            [Day("06-06")] = "nationaldagen",
            [Day("12-24")] = "julafton",
            [Day("12-25")] = "juldagen",
            [Day("12-26")] = "annandag jul",
            [Day("12-31")] = "nyårsafton",
            [Day(easter).PlusDays(-2)] = "långfredagen",
            [Day(easter)] = "påskdagen",
            [Day(easter).PlusDays(1)] = "annandag påsk",
            [Day(ascension)] = "Kristi himmelsfärdsdag",
            [Day(pentecost)] = "pingstdagen",
            [Day(midsummer).PlusDays(-1)] = "midsommarafton",
            [Day(midsummer)] = "midsommardagen",
            [Day(allSaints)] = "alla helgons dag",
        };
        var named = new DateInterval(Day("01-01"), Day("12-31")).Where(date => SwedishCalendar.NameOf(date) is not null);

        Assert.Equal(expected, named.ToDictionary(date => date, date => SwedishCalendar.NameOf(date)!));
        Assert.All(expected.Keys, date => Assert.False(SwedishCalendar.IsWorkingDay(date)));

        LocalDate Day(string monthAndDay) => Cases.Day($"{year}-{monthAndDay}");
    }

    [Theory]
    [InlineData("2024-03-28", true)] // skärtorsdagen
    [InlineData("2024-03-30", false)] // påskafton, a Saturday
    [InlineData("2024-04-30", true)] // valborgsmässoafton
    [InlineData("2024-11-01", true)] // the Friday before alla helgons dag
    [InlineData("2024-12-23", true)]
    [InlineData("2024-12-24", false)]
    [InlineData("2024-12-27", true)]
    [InlineData("2004-05-31", false)] // the last annandag pingst that was a holiday
    [InlineData("2005-05-16", true)] // the first that was not
    [InlineData("2003-06-06", true)] // the national day before it was a holiday
    [InlineData("2005-06-06", false)]
    public void IsWorkingDay_follows_the_law(string date, bool working) =>
        Assert.Equal(working, SwedishCalendar.IsWorkingDay(Cases.Day(date)));

    [Theory]
    [InlineData(1818, "03-22")]
    [InlineData(1943, "04-25")]
    [InlineData(1954, "04-18")]
    [InlineData(1981, "04-19")]
    [InlineData(2000, "04-23")]
    [InlineData(2008, "03-23")]
    [InlineData(2038, "04-25")]
    [InlineData(2049, "04-18")]
    [InlineData(2285, "03-22")]
    public void Easter_is_right_in_the_years_that_are_hard(int year, string easter) =>
        Assert.Equal(Cases.Day($"{year}-{easter}"), Easter.Sunday(year));

    [Fact]
    public void NameOf_two_at_once_is_the_one_with_the_fixed_date() =>
        Assert.Equal("första maj", SwedishCalendar.NameOf(new LocalDate(2008, 5, 1)));

    [Theory]
    [InlineData("2024-12-26", "2024-12-23", "2024-12-27")]
    [InlineData("2024-06-21", "2024-06-20", "2024-06-24")]
    [InlineData("2024-12-02", "2024-12-02", "2024-12-02")]
    [InlineData("2026-12-25", "2026-12-23", "2026-12-28")]
    public void The_working_day_before_and_after(string date, string before, string after)
    {
        Assert.Equal(Cases.Day(before), SwedishCalendar.PreviousWorkingDay(Cases.Day(date)));
        Assert.Equal(Cases.Day(after), SwedishCalendar.NextWorkingDay(Cases.Day(date)));
    }

    [Fact]
    public void The_working_days_around_any_date_are_the_nearest_ones() => Properties.Hold(Cases.Dates, date =>
    {
        var (before, after) = (SwedishCalendar.PreviousWorkingDay(date), SwedishCalendar.NextWorkingDay(date));

        Assert.True(before <= date && date <= after);
        Assert.True(SwedishCalendar.IsWorkingDay(before) && SwedishCalendar.IsWorkingDay(after));
        Assert.DoesNotContain(new DateInterval(before, after), day => day != before && day != after && SwedishCalendar.IsWorkingDay(day));
    });

    [Fact]
    public void Every_day_from_1900_to_2200_has_an_answer_and_every_year_its_days_off() =>
        Assert.All(Enumerable.Range(1900, 301), year =>
        {
            var days = new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
            Assert.Equal(IsoDayOfWeek.Sunday, Easter.Sunday(year).DayOfWeek);
            Assert.InRange(Easter.Sunday(year), new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));

            // Two holidays meet on 1 May (Easter on 23 March) and, since 2005, on 6 June (Easter on 18 April).
            var meet = Easter.Sunday(year) is { Month: 3, Day: 23 } || (year >= 2005 && Easter.Sunday(year) is { Month: 4, Day: 18 });
            Assert.Equal(meet ? 15 : 16, days.Count(day => SwedishCalendar.NameOf(day) is not null));
            Assert.InRange(days.Count(SwedishCalendar.IsWorkingDay), 247, 256);
        });
}
