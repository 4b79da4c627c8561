using System.Globalization;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Web.Pages;

/// <summary>One obligation's occurrence, seen from a day.</summary>
/// <param name="Title">The obligation's title.</param>
/// <param name="Occurrence">The occurrence.</param>
/// <param name="DaysLeft">Days from that day to the effective due date; negative after it.</param>
public sealed record DueLine(string Title, Occurrence Occurrence, int DaysLeft)
{
    /// <summary>The obligation's title with the plan year.</summary>
    public string What => TitleWords.Of(Title, Occurrence.PlanYear);

    /// <summary>How far it is to the effective due date, in Swedish.</summary>
    public string Left => DaysLeft switch
    {
        0 => "i dag",
        1 => "i morgon",
        -1 => "i går",
        > 1 => string.Create(CultureInfo.InvariantCulture, $"om {DaysLeft} dagar"),
        _ => string.Create(CultureInfo.InvariantCulture, $"för {-DaysLeft} dagar sedan"),
    };

    /// <summary>The line of an occurrence, seen from <paramref name="today"/>.</summary>
    public static DueLine Of(string title, Occurrence occurrence, LocalDate today) =>
        new(title, occurrence, Period.DaysBetween(today, occurrence.EffectiveDue));
}
