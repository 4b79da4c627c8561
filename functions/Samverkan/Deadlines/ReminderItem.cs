using NodaTime.Text;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>Makes the line of a notice from a reminder.</summary>
internal static class ReminderItem
{
    /// <summary>The item; its key names stream, obligation, kind and nominal day.</summary>
    public static NoticeItem Of(StreamId stream, DueReminder due)
    {
        var key = $"reminder/{stream}/{due.Obligation?.Id.Value}/{due.Planned.Kind}/{LocalDatePattern.Iso.Format(due.Planned.Nominal)}";
        return new NoticeItem(key, KindOf(due.Planned.Kind))
        {
            Agreement = due.Agreement.Id,
            AgreementTitle = due.Agreement.Title,
            Obligation = due.Obligation?.Id,
            Title = due.Obligation?.Title ?? due.Agreement.Title,
            PlanYear = due.Occurrence?.PlanYear,
            Due = due.Occurrence?.Due ?? due.Agreement.To,
            EffectiveDue = due.Occurrence?.EffectiveDue ?? due.Agreement.To,
            WhyMoved = due.Occurrence?.WhyMoved,
            DaysLeft = due.DaysLeft,
            Missing = due.Missing,
            MustBeAdopted = due.Obligation is { DraftByDeadline: false },
        };
    }

    private static NoticeKind KindOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Reminder => NoticeKind.Reminder,
        ReminderKind.Overdue => NoticeKind.Overdue,
        ReminderKind.AdoptionPending => NoticeKind.AdoptionPending,
        ReminderKind.AgreementEnding => NoticeKind.AgreementEnding,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of reminder."),
    };
}
