using NodaTime;

namespace Samverkan.Agreements;

/// <summary>What must be delivered each year of an agreement, by when, and to whom.</summary>
public sealed record Obligation
{
    /// <summary>The days before the effective due date that reminders go where the register says nothing.</summary>
    public static readonly IReadOnlyList<int> DefaultReminderDays = [60, 30, 14, 7, 1];

    /// <summary>The parts of an obligation that the register says nothing about: the plan alone.</summary>
    public static readonly IReadOnlyList<string> DefaultParts = ["plan"];

    /// <summary>The obligation's id, unique within its agreement.</summary>
    public required ObligationId Id { get; init; }

    /// <summary>The title for people to read.</summary>
    public required string Title { get; init; }

    /// <summary>How the plan is called in minutes, without its year. Empty by default.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>The files that make the set whole, at least one. <see cref="DefaultParts"/> by default.</summary>
    public IReadOnlyList<string> Parts { get; init => field = NonEmpty.List(value); } = DefaultParts;

    /// <summary>The yearly due date; 29 February is 28 February in other years.</summary>
    public required AnnualDate Due { get; init; }

    /// <summary>Which plan year a due date belongs to.</summary>
    public required PlanYearRule PlanYear { get; init; }

    /// <summary>What happens to a due date that is not a working day. As stated by default.</summary>
    public NonWorkingDayRule NonWorkingDay { get; init; } = NonWorkingDayRule.AsStated;

    /// <summary>True where a complete draft is enough by the due date (the default); false where it must be adopted by then.</summary>
    public bool DraftByDeadline { get; init; } = true;

    /// <summary>
    /// Days (0 or more) before the effective due date on which reminders go, the longest first, each once; may be empty.
    /// <see cref="DefaultReminderDays"/> by default.
    /// </summary>
    public IReadOnlyList<int> ReminderDays { get; init => field = DescendingDays(value); } = DefaultReminderDays;

    /// <summary>The contacts and groups that receive, at least one.</summary>
    public required IReadOnlyList<ContactId> Recipients { get; init => field = NonEmpty.List(value); }

    private static int[] DescendingDays(IReadOnlyList<int> days) => days.All(day => day >= 0)
        ? [.. days.Distinct().OrderDescending()]
        : throw new ArgumentOutOfRangeException(nameof(days), "A reminder goes 0 or more days before the due date.");
}
