using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>A person has closed an occurrence: nothing more is reminded of or sent for it.</summary>
/// <param name="Obligation">Which, in the stream's agreement and plan year.</param>
/// <param name="On">From which day.</param>
/// <param name="Reason">Why, as the person wrote it, as a commitment of the event.</param>
[EventName("occurrence-closed")]
public sealed record OccurrenceClosed(ObligationId Obligation, LocalDate On, Commitment Reason) : LedgerEvent;
