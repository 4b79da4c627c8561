using Azure.Data.Tables;
using Samverkan.Dispatch;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>
/// One page of the delivery log. The narrowest condition chooses the list, which the service reads from the page's place on;
/// the other conditions are its filter. Notices lie in lists of their own and are merged in where they are asked for.
/// </summary>
internal sealed class DeliveryListing(RowSet rows, DeliveryFilter filter)
{
    private const int MostAPage = 1000;
    private readonly DeliveryPlace? _after = filter.After is { } after ? DeliveryPlace.Parse(after) : null;

    /// <summary>Reads the page: one row more than it holds, to tell whether there is another.</summary>
    public async Task<DeliveryPage> PageAsync(CancellationToken cancellation)
    {
        var found = await Task.WhenAll((filter.Notices ? new[] { false, true } : [false]).Select(n => ReadAsync(n, cancellation)));
        List<DeliveryRow> page = found is [var only]
            ? only
            : [.. found.SelectMany(r => r).OrderByDescending(r => r.CreatedAt).ThenBy(r => r.Id, StringComparer.Ordinal).Take(filter.Size + 1)];
        if (page.Count <= filter.Size) return new DeliveryPage(page, null);
        page.RemoveAt(filter.Size);
        return new DeliveryPage(page, new DeliveryPlace(page[^1].CreatedAt.ToUnixTimeTicks(), page[^1].Id).ToString());
    }

    private async Task<List<DeliveryRow>> ReadAsync(bool notices, CancellationToken cancellation)
    {
        var list = DeliveryEntity.ListOf(filter, notices);
        // The first key after a place is the place with the least character behind it that a key may have.
        var from = _after is { } place ? list + DeliveryEntity.PlaceOf(place.CreatedAt, place.Id) + " " : list;
        var further = Further(list[1]);
        var size = further is null ? Math.Min(MostAPage, filter.Size + 1) : MostAPage;
        List<DeliveryRow> page = [];
        await foreach (var entity in rows.Range(from, RowKeys.After(list), cancellation, size, further))
        {
            page.Add(DeliveryEntity.Row(entity));
            if (page.Count > filter.Size) break;
        }

        return page;
    }

    // The conditions that the list does not stand for. The contact, where there is one, always chooses the list.
    private string? Further(char list)
    {
        List<string> conditions = [];
        if (list != 'a' && filter.Agreement is { } agreement) conditions.Add(TableClient.CreateQueryFilter($"Agreement eq {agreement}"));
        if (list != 's' && filter.State is { } state) conditions.Add(TableClient.CreateQueryFilter($"State eq {state.ToString()}"));
        if (list != 'y' && filter.PlanYear is { } year) conditions.Add(TableClient.CreateQueryFilter($"PlanYear eq {year}"));
        return conditions.Count > 0 ? string.Join(" and ", conditions) : null;
    }
}
