using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// The contact's first channel will not do, and the other one is tried from now on, with a retry schedule of its own from
/// the first step. Recorded together with the end of the try that decided it.
/// </summary>
/// <param name="Id">The delivery.</param>
/// <param name="From">The channel that failed.</param>
/// <param name="To">The channel that is tried instead.</param>
[EventName("delivery-fell-back")]
public sealed record DeliveryFellBack(string Id, ChannelType From, ChannelType To) : LedgerEvent;
