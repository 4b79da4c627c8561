using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>The period of an agreement or action plan ends later than it did.</summary>
/// <param name="Agreement">Which.</param>
/// <param name="OldEnd">The last day until then.</param>
/// <param name="NewEnd">The last day from now on.</param>
/// <param name="Extract">The minutes extract that says so.</param>
[EventName("period-extended")]
public sealed record PeriodExtended(AgreementId Agreement, LocalDate OldEnd, LocalDate NewEnd, DocumentHash Extract) : LedgerEvent;
