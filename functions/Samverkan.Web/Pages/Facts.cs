using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>What several pages read: the register's names, and deliveries as the ledger has them.</summary>
internal sealed class Facts(RegisterBook registers, LedgerBook ledger, WebOptions options)
{
    /// <summary>The register as it is now; null where none has been imported, so that the pages still show what there is.</summary>
    internal async Task<Register?> RegisterAsync(CancellationToken cancellation)
    {
        var history = await registers.HistoryAsync(cancellation);
        return history.Newest is null ? null : await registers.CurrentAsync(cancellation);
    }

    internal async Task<RegisterNames> NamesAsync(CancellationToken cancellation) => new(await RegisterAsync(cancellation));

    internal async Task<Site> SiteAsync(Register? register, CancellationToken cancellation) =>
        new(register?.Municipality, options, (await ledger.LoadAsync<InboxHistory>(StreamId.Inbox, cancellation)).Quarantined.Count);

    /// <summary>The delivery with an id, which may be anything; null where there is none.</summary>
    internal async Task<Delivery?> DeliveryAsync(string? id, CancellationToken cancellation) =>
        DeliveryId.TryStreamOf(id, out var stream) ? (await ledger.LoadAsync<DeliveryBook>(stream, cancellation)).Find(id!) : null;

    /// <summary>The deliveries of rows, by id. Each stream is read once.</summary>
    internal async Task<IReadOnlyDictionary<string, Delivery>> DeliveriesAsync(
        IReadOnlyList<DeliveryRow> rows, CancellationToken cancellation)
    {
        var deliveries = new Dictionary<string, Delivery>(StringComparer.Ordinal);
        foreach (var ofStream in rows.GroupBy(row => row.Stream))
        {
            var book = await ledger.LoadAsync<DeliveryBook>(ofStream.Key, cancellation);
            foreach (var delivery in ofStream.Select(row => book.Find(row.Id)).OfType<Delivery>())
                deliveries[delivery.Id] = delivery;
        }

        return deliveries;
    }
}
