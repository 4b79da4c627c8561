using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Erasure in the ledger's table and the archive's container. A deleted blob and its older versions can be had back for as
/// long as the account's soft delete says, which the template keeps shorter than any rule of erasure.
/// </summary>
internal sealed class AzureErasure(AzureAccount account) : IErasure
{
    private readonly TableClient _ledger = account.Table(AzureNames.LedgerTable);
    private readonly BlobContainerClient _archive = account.Container(AzureNames.Archive);

    /// <inheritdoc/>
    public async Task ErasePersonalAsync(StreamId stream, long version, string erased, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await _ledger.GetEntityIfExistsAsync<TableEntity>(stream.Value, LedgerEntity.RowOf(version), cancellationToken: cancellation);
            if (!found.HasValue) return;
            try
            {
                await _ledger.SubmitTransactionAsync(
                    [new(TableTransactionActionType.UpdateReplace, LedgerEntity.WithPersonal(found.Value!, erased), found.Value!.ETag)], cancellation);
                return;
            }
            catch (RequestFailedException e) when (e.Status == 412)
            {
                // Somebody else erased it meanwhile, or our own answer was lost: once more is the same.
            }
        }
    }

    /// <inheritdoc/>
    public async Task EraseDocumentAsync(DocumentHash hash, Instant decidedAt, CancellationToken cancellation)
    {
        // The service tells times in whole seconds: what came in the same second as the decision, or just before, stays.
        var before = decidedAt.ToDateTimeOffset().AddSeconds(-1);
        try
        {
            await BlobArchive.BlobOf(_archive, hash).DeleteAsync(
                DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfUnmodifiedSince = before }, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Put there again after the decision, or gone already.
        }
    }
}
