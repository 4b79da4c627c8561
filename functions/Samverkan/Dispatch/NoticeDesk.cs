using System.Diagnostics.Metrics;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Ledger;
using Samverkan.Signals;

namespace Samverkan.Dispatch;

/// <summary>
/// Tells the municipality's own people: one message a person for all that one piece of work has to tell, and the same
/// thing never twice to the same person.
/// </summary>
public sealed class NoticeDesk(LedgerBook ledger, IClock clock, Instrumentation instrumentation)
{
    private const int MostItems = 50;
    private const int MostMessages = 50;

    private readonly Counter<long> _told = instrumentation.Meter.CreateCounter<long>(
        "samverkan.notices", "{item}", "Things told to the municipality's own people: reminders and all other kinds.");

    /// <summary>Makes messages owed for what has not been told yet. Calling it again with the same items does nothing.</summary>
    public async Task TellAsync(IEnumerable<(ContactId To, NoticeItem Item)> items, CancellationToken cancellation)
    {
        var year = Stockholm.DateOf(clock.GetCurrentInstant()).Year;
        foreach (var mail in items.GroupBy(i => i.To, i => i.Item))
        {
            var before = await ledger.LoadAsync<NoticeBook>(StreamId.Notices(year - 1), cancellation);
            await OweAsync(StreamId.Notices(year), before, mail.Key, [.. mail], cancellation);
        }
    }

    /// <summary>What has been told, as new as the ledger.</summary>
    internal async Task<NoticeMemory> RememberAsync(CancellationToken cancellation)
    {
        var year = Stockholm.DateOf(clock.GetCurrentInstant()).Year;
        return new NoticeMemory(
            await ledger.LoadAsync<NoticeBook>(StreamId.Notices(year), cancellation),
            await ledger.LoadAsync<NoticeBook>(StreamId.Notices(year - 1), cancellation));
    }

    private async Task OweAsync(StreamId stream, NoticeBook before, ContactId to, NoticeItem[] items, CancellationToken cancellation)
    {
        foreach (var part in items.DistinctBy(i => i.Key).Chunk(MostItems * MostMessages))
        {
            var recorded = await ledger.RecordAsync<NoticeBook>(
                stream,
                "system:notices",
                book => [.. Untold(new NoticeMemory(book, before), to, part).Chunk(MostItems).Select(mail => Owed(stream, to, mail))],
                cancellation);
            foreach (var kind in recorded.Select(r => r.Event).OfType<NoticeOwed>().SelectMany(n => n.Items).CountBy(i => i.Kind))
                _told.Add(kind.Value, new KeyValuePair<string, object?>("kind", SignalNames.Of(kind.Key)));
        }
    }

    private static IEnumerable<NoticeItem> Untold(NoticeMemory memory, ContactId to, NoticeItem[] items) =>
        items.Select(item => memory.Untold(to, item)).OfType<NoticeItem>();

    private static NoticeOwed Owed(StreamId stream, ContactId to, NoticeItem[] items)
    {
        var personal = new PersonalValues();
        return new NoticeOwed(
            DeliveryId.Of(stream, NoticeItem.HashOf(items), to.Value, DeliveryVersion.Notice), to, [.. items.Select(i => i.Committed(personal))])
        {
            Personal = personal,
        };
    }
}
