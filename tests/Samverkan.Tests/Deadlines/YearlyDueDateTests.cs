using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

public sealed class YearlyDueDateTests
{
    [Theory]
    [InlineData("--12-01", 12, 1)]
    [InlineData("--02-29", 2, 29)]
    [InlineData("--01-31", 1, 31)]
    public void TryParse_yearly_date_is_read_and_written_back(string text, int month, int day)
    {
        Assert.True(YearlyDueDate.TryParse(text, out var date));
        Assert.Equal(new AnnualDate(month, day), date);
        Assert.Equal(text, YearlyDueDate.Format(date));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("12-01")]
    [InlineData("-12-01")]
    [InlineData("--1201")]
    [InlineData("--12-1")]
    [InlineData("--02-30")]
    [InlineData("--13-01")]
    [InlineData("--00-10")]
    [InlineData("--12-01 ")]
    [InlineData("----12-01")]
    public void TryParse_anything_else_is_refused(string? text) => Assert.False(YearlyDueDate.TryParse(text, out _));

    [Theory]
    [InlineData(PlanYearRule.Next, "2022-02-28")]
    [InlineData(PlanYearRule.Same, "2023-02-28")]
    [InlineData(PlanYearRule.Previous, "2024-02-29")]
    public void Of_29_February_is_28_February_in_other_years(PlanYearRule rule, string due)
    {
        var agreement = Cases.Agreement(new(2020, 1, 1), new(2030, 12, 31), new AnnualDate(2, 29), rule);
        Assert.Equal(Cases.Day(due), YearlyDueDate.Of(agreement.Obligations[0], 2023));
    }
}
