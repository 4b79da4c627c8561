using NodaTime;

namespace Samverkan.Web.Tests;

public class SwedishTimeTests
{
    [Theory]
    [InlineData("2022-12-12T13:03:27Z", "12 december 2022 kl. 14.03", "12 december 2022 kl. 14.03.27 (UTC+1)")]
    [InlineData("2022-07-01T22:00:00Z", "2 juli 2022 kl. 00.00", "2 juli 2022 kl. 00.00.00 (UTC+2)")]
    [InlineData("2022-10-30T00:30:00Z", "30 oktober 2022 kl. 02.30", "30 oktober 2022 kl. 02.30.00 (UTC+2)")]
    [InlineData("2022-10-30T01:30:00Z", "30 oktober 2022 kl. 02.30", "30 oktober 2022 kl. 02.30.00 (UTC+1)")]
    [InlineData("2022-12-31T23:00:00Z", "1 januari 2023 kl. 00.00", "1 januari 2023 kl. 00.00.00 (UTC+1)")]
    public void Moment_is_written_in_Swedish_local_time(string utc, string minute, string second)
    {
        var instant = NodaTime.Text.InstantPattern.General.Parse(utc).Value;

        Assert.Equal(minute, SwedishTime.Minute(instant).Replace('\u00a0', ' '));
        Assert.Equal(second, SwedishTime.Second(instant).Replace('\u00a0', ' '));
        Assert.Equal(utc, SwedishTime.Machine(instant));
    }

    [Fact]
    public void Utc_is_written_with_its_name() => Assert.Equal("2022-12-12 13:03:27 UTC", SwedishTime.Utc(Instant.FromUtc(2022, 12, 12, 13, 3, 27)));
}
