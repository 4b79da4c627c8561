using System.Globalization;
using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines.Calendar;

/// <summary>The days that a register puts into the calendar: due dates, reminders, and the ends of agreements. Pure.</summary>
public static class CalendarItems
{
    /// <summary>All days of the plan years from one to another, both inclusive, and of the agreements themselves.</summary>
    public static IEnumerable<CalendarItem> Of(Register register, int firstPlanYear, int lastPlanYear) =>
        register.Agreements.SelectMany(agreement =>
            Own(agreement, register.InUseFrom).Concat(
                from obligation in agreement.Obligations
                from year in Enumerable.Range(firstPlanYear, lastPlanYear - firstPlanYear + 1)
                let occurrence = Occurrences.Find(agreement, obligation, year, register.InUseFrom)
                where occurrence is not null
                from item in Of(agreement, obligation, occurrence)
                select item));

    private static IEnumerable<CalendarItem> Own(Agreement agreement, LocalDate? inUseFrom)
    {
        var what = agreement.Kind is AgreementKind.ActionPlan ? "Handlingsplanen" : "Avtalet";
        yield return Item(CalendarItemKind.End, "end", agreement.To,
            $"{what} upphör: {agreement.Title}", $"{what} gäller till och med {SwedishDate.WithWeekday(agreement.To)}. Förnya, förläng eller låt det upphöra.");
        foreach (var ending in ReminderPlan.AgreementEnding(agreement, inUseFrom))
        {
            yield return Item(CalendarItemKind.Ending, $"ending.{DaysBefore(ending.Nominal, agreement.To)}", ending.SendOn,
                $"Påminnelse: {what.ToLowerInvariant()} upphör om {Days(ending.DaysLeft)}: {agreement.Title}",
                $"{what} gäller till och med {SwedishDate.WithWeekday(agreement.To)}. Förnya, förläng eller låt det upphöra.");
        }

        CalendarItem Item(CalendarItemKind kind, string name, LocalDate day, string summary, string description) =>
            new($"{agreement.Id}.{name}", kind, agreement.Id, null, null, day, summary, description, ResponsibleOf(agreement));
    }

    private static IEnumerable<CalendarItem> Of(Agreement agreement, Obligation obligation, Occurrence occurrence)
    {
        var title = $"{obligation.Title} {Text(occurrence.PlanYear)}";
        var moved = occurrence.WhyMoved is null ? "" : $" {occurrence.WhyMoved}";
        var about = $"{agreement.Title}.{moved}";
        yield return Item(CalendarItemKind.Due, "due", occurrence.Due,
            occurrence.Due == occurrence.EffectiveDue ? $"Sista dag: {title}" : $"Sista dag enligt avtalet: {title}", about);
        if (occurrence.Due != occurrence.EffectiveDue)
            yield return Item(CalendarItemKind.Effective, "effective", occurrence.EffectiveDue, $"Sista dag som gäller: {title}", about);
        foreach (var reminder in ReminderPlan.Reminders(occurrence, obligation))
        {
            yield return Item(CalendarItemKind.Reminder, $"reminder.{DaysBefore(reminder.Nominal, occurrence.EffectiveDue)}", reminder.SendOn,
                $"Påminnelse: {title}, {(reminder.DaysLeft == 0 ? "sista dagen" : $"{Days(reminder.DaysLeft)} kvar")}",
                $"{about} Ska ha kommit fram senast {SwedishDate.WithWeekday(occurrence.EffectiveDue)}.");
        }

        CalendarItem Item(CalendarItemKind kind, string name, LocalDate day, string summary, string description) => new(
            $"{agreement.Id}.{obligation.Id}.{Text(occurrence.PlanYear)}.{name}",
            kind, agreement.Id, obligation.Id, occurrence.PlanYear, day, summary, description, ResponsibleOf(agreement));
    }

    private static string ResponsibleOf(Agreement agreement) => string.Concat(agreement.Responsible.Select(id => id.Value + " "));

    private static string DaysBefore(LocalDate nominal, LocalDate day) => Text(Period.DaysBetween(nominal, day));

    private static string Days(int days) => days == 1 ? "1 dag" : $"{Text(days)} dagar";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
