using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Samverkan.Ledger;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The ledger in the Table service. A stream is a partition; an append is one transaction over its head, guarded by the ETag,
/// and up to 99 events.
/// </summary>
internal sealed class TableLedgerStore(AzureAccount account) : ILedgerStore
{
    private readonly TableClient _table = account.Table(AzureNames.LedgerTable);
    private readonly StreamDirectory _directory = new(account);

    // The ETags of heads as last seen, so that an append after a read needs no reading of its own. One a stream.
    private readonly ConcurrentDictionary<StreamId, (StreamHead Head, ETag ETag)> _seen = new();

    /// <inheritdoc/>
    public async Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        AppendCheck.Demand(expected, events);
        if (await GuardAsync(expected, cancellation) is not { } guard) return false;
        var last = events[^1];
        var head = new StreamHead(last.Stream, last.Version, last.Hash);
        var write = Guid.NewGuid().ToString("N");
        TableTransactionAction[] actions =
        [
            new(expected.Version == 0 ? TableTransactionActionType.Add : TableTransactionActionType.UpdateReplace, LedgerEntity.Of(head, write), guard),
            .. events.Select(e => new TableTransactionAction(TableTransactionActionType.Add, LedgerEntity.Of(e, write))),
        ];
        try
        {
            var answers = await _table.SubmitTransactionAsync(actions, cancellation);
            if (answers.Value[0].Headers.ETag is { } etag) _seen[head.Stream] = (head, etag);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && e.ErrorCode != "TableNotFound")
        {
            _seen.TryRemove(head.Stream, out _);
            return await WroteAsync(last, write, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 413)
        {
            throw AzureStorageException.TooLarge(e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAsync(
        StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value} and RowKey gt {LedgerEntity.RowOf(afterVersion)}");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (entity.RowKey == LedgerEntity.Head) See(LedgerEntity.HeadOf(stream, entity), entity.ETag);
            else yield return LedgerEntity.Event(stream, entity);
        }
    }

    /// <inheritdoc/>
    public async Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation) =>
        await FindHeadAsync(stream, cancellation) ?? StreamHead.None(stream);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamHead> HeadsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var streams in (await _directory.ListAsync(cancellation)).Chunk(16))
        {
            foreach (var head in await Task.WhenAll(streams.Select(s => ListedHeadAsync(s, cancellation))))
                if (head is not null) yield return head;
        }
    }

    // One that is in the directory without a head is one whose first append never came about, or whose head was taken away.
    private async Task<StreamHead?> ListedHeadAsync(StreamId stream, CancellationToken cancellation)
    {
        if (await FindHeadAsync(stream, cancellation) is { } head) return head;
        await foreach (var _ in ReadAsync(stream, 0, cancellation)) return StreamHead.None(stream);
        return null;
    }

    private async Task<StreamHead?> FindHeadAsync(StreamId stream, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(stream.Value, LedgerEntity.Head, cancellationToken: cancellation);
        if (!found.HasValue) return null;
        var head = LedgerEntity.HeadOf(stream, found.Value!);
        See(head, found.Value!.ETag);
        return head;
    }

    // What the head is to be replaced under; null where the store's head is another. A new stream is guarded by its insertion.
    private async Task<ETag?> GuardAsync(StreamHead expected, CancellationToken cancellation)
    {
        if (expected.Version == 0)
        {
            await _directory.NoteAsync(expected.Stream, cancellation);
            return default(ETag);
        }

        if (_seen.TryGetValue(expected.Stream, out var seen) && seen.Head == expected) return seen.ETag;
        return await FindHeadAsync(expected.Stream, cancellation) == expected ? _seen[expected.Stream].ETag : null;
    }

    // A transaction whose answer was lost is sent again by the pipeline, and then conflicts with itself.
    private async Task<bool> WroteAsync(StoredEvent last, string write, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(
            last.Stream.Value, LedgerEntity.RowOf(last.Version), cancellationToken: cancellation);
        return found.HasValue && LedgerEntity.IsOf(found.Value!, write);
    }

    private void See(StreamHead head, ETag etag) => _seen[head.Stream] = (head, etag);
}
