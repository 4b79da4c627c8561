using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>The agenda in the Table service: a row a stream, and one more by its moment where it has one.</summary>
internal sealed class TableAgenda(AzureAccount account) : IAgenda
{
    private const string ByTime = "t|";
    private readonly RowSet _rows = new(account.Table(AzureNames.RowTable), "agenda");

    /// <inheritdoc/>
    public Task SetAsync(IReadOnlyCollection<AgendaRow> rows, CancellationToken cancellation) =>
        _rows.WriteAsync(rows.Select(Change), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AgendaRow> DueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // All of them first: a row that is set anew while they are dealt with must not come twice. There are few.
        List<AgendaRow> due = [];
        await foreach (var entity in _rows.Range(ByTime, ByTime + RowKeys.Rising(now) + "}", cancellation)) due.Add(Row(entity));
        foreach (var row in due) yield return row;
    }

    /// <inheritdoc/>
    public async Task<Instant?> NextAsync(CancellationToken cancellation)
    {
        await foreach (var entity in _rows.Range(ByTime, RowKeys.After(ByTime), cancellation, maxPerPage: 1)) return Row(entity).DueAt;
        return null;
    }

    private static RowChange Change(AgendaRow row) => new(
        "s|" + row.Stream.Value,
        row.Version,
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Stream"] = row.Stream.Value,
            ["Version"] = row.Version,
            ["DueAt"] = row.DueAt?.ToUnixTimeTicks(),
        },
        row.DueAt is { } at ? [$"{ByTime}{RowKeys.Rising(at)}|{row.Stream.Value}"] : [],
        CountedAs: null);

    private static AgendaRow Row(TableEntity entity) => new(
        StreamId.Parse(entity.GetString("Stream")!),
        entity.GetInt64("Version") ?? 0,
        entity.GetInt64("DueAt") is { } at ? Ticks.ToInstant(at) : null);
}
