using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>One message is owed to one of the municipality's own people: all that one sweep has to tell that person.</summary>
/// <param name="Id">The delivery's id.</param>
/// <param name="Contact">To whom.</param>
/// <param name="Items">What it tells, in order; at least one.</param>
[EventName("notice-owed")]
public sealed record NoticeOwed(string Id, ContactId Contact, IReadOnlyList<NoticeItem> Items) : LedgerEvent;
