using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>The municipality's own people were told. Kind, obligation and nominal day name the reminder: it never goes twice.</summary>
/// <param name="Kind">What about.</param>
/// <param name="Obligation">The obligation; null where it is about the agreement itself.</param>
/// <param name="Nominal">The day before it was moved to a working day.</param>
/// <param name="Day">The day that it went on.</param>
/// <param name="DaysLeft">From that day to the effective due date, or the agreement's end; negative after it.</param>
/// <param name="To">Who was told.</param>
[EventName("reminded")]
public sealed record Reminded(
    ReminderKind Kind, ObligationId? Obligation, LocalDate Nominal, LocalDate Day, int DaysLeft, IReadOnlyList<ContactId> To)
    : LedgerEvent;
