using NodaTime;

namespace Samverkan.Deadlines.Simulation;

/// <summary>One line of a timeline: something that happened, as people and programs follow it.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What, such as <c>reminder</c> or <c>delivered</c>.</param>
/// <param name="Agreement">The agreement; null where it concerns none.</param>
/// <param name="Obligation">The obligation; null where it concerns none.</param>
/// <param name="PlanYear">The plan year; null where there is none.</param>
/// <param name="Version">The version that was delivered; null for everything else.</param>
/// <param name="To">The ids of the contacts concerned.</param>
/// <param name="DaysLeft">From the day to the date that counts; null where there is none.</param>
/// <param name="Detail">More, in Swedish; null where there is no more to say.</param>
public sealed record TimelineEntry(
    Instant At,
    string Action,
    string? Agreement,
    string? Obligation,
    int? PlanYear,
    string? Version,
    IReadOnlyList<string> To,
    int? DaysLeft,
    string? Detail);
