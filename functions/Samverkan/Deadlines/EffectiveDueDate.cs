using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>
/// The day that counts when a due date is not a working day.
/// </summary>
/// <param name="Date">The due date itself, or the working day before or after it.</param>
/// <param name="WhyMoved">Why the day is another, in Swedish for people; null where it is not.</param>
public readonly record struct EffectiveDueDate(LocalDate Date, string? WhyMoved)
{
    /// <summary>The effective date of a due date under a rule.</summary>
    public static EffectiveDueDate Of(LocalDate due, NonWorkingDayRule rule) => rule switch
    {
        NonWorkingDayRule.AsStated => new(due, null),
        NonWorkingDayRule.Previous => Moved(due, SwedishCalendar.PreviousWorkingDay(due), "före"),
        NonWorkingDayRule.Next => Moved(due, SwedishCalendar.NextWorkingDay(due), "efter"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "AsStated, Previous or Next."),
    };

    private static EffectiveDueDate Moved(LocalDate due, LocalDate effective, string direction)
    {
        if (effective == due) return new(due, null);
        var name = SwedishCalendar.NameOf(due) ?? $"en {SwedishDate.Weekday(due)}";
        return new(effective, $"Den {SwedishDate.Long(due)} är {name}. Därför gäller arbetsdagen {direction}: {SwedishDate.WithWeekday(effective)}.");
    }
}
