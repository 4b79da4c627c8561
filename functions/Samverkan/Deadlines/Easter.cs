using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>Easter Sunday of the Gregorian calendar, from which half of Sweden's public holidays are counted.</summary>
internal static class Easter
{
    /// <summary>
    /// Easter Sunday: the first Sunday after the ecclesiastical full moon on or after 21 March. Computed with the
    /// "anonymous Gregorian" algorithm (Nature, 20 April 1876), right for every Gregorian year.
    /// </summary>
    internal static LocalDate Sunday(int year)
    {
        var goldenNumber = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * goldenNumber) + century - (century / 4) - moonCorrection + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var lateMoon = (goldenNumber + (11 * epact) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - (7 * lateMoon) + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
