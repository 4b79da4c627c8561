using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// Tells the municipality's own people: one message a person for all that one piece of work has to tell, and the same
/// thing never twice to the same person.
/// </summary>
public sealed class NoticeDesk(LedgerBook ledger, IClock clock)
{
    private const int MostItems = 50;
    private const int MostMessages = 50;

    /// <summary>Makes messages owed for what has not been told yet. Calling it again with the same items does nothing.</summary>
    public async Task TellAsync(IEnumerable<(ContactId To, NoticeItem Item)> items, CancellationToken cancellation)
    {
        var year = Stockholm.DateOf(clock.GetCurrentInstant()).Year;
        foreach (var mail in items.GroupBy(i => i.To, i => i.Item))
        {
            // A message that was owed on New Year's Eve may be asked for again on New Year's Day.
            var before = await ledger.LoadAsync<NoticeBook>(StreamId.Notices(year - 1), cancellation);
            NoticeItem[] untold = [.. mail.Where(i => !before.HasTold(mail.Key, i.Key))];
            if (untold.Length > 0) await OweAsync(StreamId.Notices(year), mail.Key, untold, cancellation);
        }
    }

    private async Task OweAsync(StreamId stream, ContactId to, NoticeItem[] items, CancellationToken cancellation)
    {
        foreach (var part in items.DistinctBy(i => i.Key).Chunk(MostItems * MostMessages))
        {
            await ledger.RecordAsync<NoticeBook>(
                stream,
                "system:notices",
                book => [.. part.Where(i => !book.HasTold(to, i.Key)).Chunk(MostItems).Select(mail => Owed(stream, to, mail))],
                cancellation);
        }
    }

    private static NoticeOwed Owed(StreamId stream, ContactId to, NoticeItem[] items)
    {
        var personal = new PersonalValues();
        var keys = DocumentHash.Of(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', items.Select(i => i.Key)))).Value;
        return new NoticeOwed(
            DeliveryId.Of(stream, keys, to.Value, DeliveryVersion.Notice),
            to,
            [.. items.Select(i => i.DetailText is null ? i : i with { Detail = personal.Commit(i.DetailText) })])
        {
            Personal = personal,
        };
    }
}
