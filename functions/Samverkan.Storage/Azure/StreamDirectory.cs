using System.Collections.Concurrent;
using Azure.Data.Tables;
using Samverkan.Ledger;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The names of all streams in one partition, so that listing them reads no more than that. A name is noted before the
/// stream's first append and never removed.
/// </summary>
internal sealed class StreamDirectory(AzureAccount account)
{
    private const string Partition = "strommar";
    private readonly TableClient _table = account.Table(AzureNames.RowTable);
    private readonly ConcurrentDictionary<StreamId, bool> _noted = new();

    /// <summary>Notes a stream; again changes nothing.</summary>
    public async Task NoteAsync(StreamId stream, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_noted.ContainsKey(stream)) return;
        await _table.UpsertEntityAsync(new TableEntity(Partition, stream.Value), TableUpdateMode.Replace, cancellation);
        _noted[stream] = true;
    }

    /// <summary>Every stream that was noted, ordered by name. What is none was put there by somebody else.</summary>
    public async Task<IReadOnlyList<StreamId>> ListAsync(CancellationToken cancellation)
    {
        List<StreamId> streams = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
            if (StreamId.TryParse(entity.RowKey, out var stream)) streams.Add(stream);
        return [.. streams.OrderBy(s => s.Value, StringComparer.Ordinal)];
    }
}
