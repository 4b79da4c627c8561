using Samverkan.Ledger;

namespace Samverkan.Deadlines.Calendar;

/// <summary>A person has revoked a link to a calendar feed.</summary>
/// <param name="Number">The link.</param>
[EventName("calendar-link-revoked")]
public sealed record CalendarLinkRevoked(int Number) : LedgerEvent;
