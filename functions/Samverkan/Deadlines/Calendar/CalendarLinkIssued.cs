using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines.Calendar;

/// <summary>A person has issued a link to a calendar feed. Who has the link may read the feed until it is revoked.</summary>
/// <param name="Number">1 for the first link, then one more for each.</param>
/// <param name="TokenHash">The SHA-256 of the link's token, which is stored nowhere.</param>
/// <param name="Agreement">The agreement that the feed is of; null for more than one.</param>
/// <param name="Responsible">The contact whose days the feed has; null for whoever is responsible.</param>
[EventName("calendar-link-issued")]
public sealed record CalendarLinkIssued(int Number, DocumentHash TokenHash, AgreementId? Agreement, ContactId? Responsible) : LedgerEvent;
