namespace Samverkan.Agreements;

/// <summary>Which year a due date belongs to. In the register: <c>next</c>, <c>same</c>, <c>previous</c>.</summary>
public enum PlanYearRule
{
    /// <summary>The year after the due date: a plan made in advance.</summary>
    Next,

    /// <summary>The year of the due date.</summary>
    Same,

    /// <summary>The year before the due date: a report on it.</summary>
    Previous,
}
