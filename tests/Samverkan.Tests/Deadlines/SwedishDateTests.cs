using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

public sealed class SwedishDateTests
{
    private static readonly LocalDate Sunday = new(2024, 12, 1);

    [Fact]
    public void A_date_in_Swedish_words()
    {
        Assert.Equal("1 december 2024", SwedishDate.Long(Sunday));
        Assert.Equal("söndagen den 1 december 2024", SwedishDate.WithWeekday(Sunday));
        Assert.Equal("måndag", SwedishDate.Weekday(Sunday.PlusDays(1)));
        Assert.Equal("29 februari", SwedishDate.Yearly(new AnnualDate(2, 29)));
        Assert.Equal("2024-12-01", SwedishDate.Iso(Sunday));
    }
}
