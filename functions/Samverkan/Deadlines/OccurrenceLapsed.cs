using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>
/// An occurrence has fallen away with a changed register: nothing more is reminded of or sent for it, and what was sent
/// stays. It comes back where the register has it again (<see cref="OccurrenceReturned"/>).
/// </summary>
/// <param name="Obligation">Which, in the stream's agreement and plan year.</param>
/// <param name="Due">When it would have been due.</param>
/// <param name="Code">Why, for programs: one of the constants.</param>
/// <param name="Reason">Why, in Swedish for people.</param>
[EventName("occurrence-lapsed")]
public sealed record OccurrenceLapsed(ObligationId Obligation, LocalDate Due, string Code, string Reason) : LedgerEvent
{
    /// <summary>The register no longer has the agreement.</summary>
    public const string AgreementRemoved = "occurrence.agreement-removed";

    /// <summary>The agreement no longer has the obligation.</summary>
    public const string ObligationRemoved = "occurrence.obligation-removed";

    /// <summary>The plan year now lies outside the period, or its due date before it.</summary>
    public const string OutsidePeriod = "occurrence.outside-period";
}
