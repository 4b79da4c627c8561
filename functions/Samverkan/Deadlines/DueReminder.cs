using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>A reminder that is to go now.</summary>
/// <param name="Planned">Which: its kind and nominal day.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation; null where it is about the agreement itself.</param>
/// <param name="Occurrence">The occurrence; null where it is about the agreement itself.</param>
/// <param name="Day">The day that it goes on.</param>
/// <param name="DaysLeft">From that day to the date that counts; negative after it.</param>
/// <param name="Missing">The parts that have not been received.</param>
/// <param name="To">Who is told.</param>
public sealed record DueReminder(
    PlannedReminder Planned,
    Agreement Agreement,
    Obligation? Obligation,
    Occurrence? Occurrence,
    LocalDate Day,
    int DaysLeft,
    IReadOnlyList<string> Missing,
    IReadOnlyList<ContactId> To);
