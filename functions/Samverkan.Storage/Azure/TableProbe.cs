using Azure.Data.Tables;
using Samverkan.Signals;

namespace Samverkan.Storage.Azure;

/// <summary>Tries the ledger's table by writing over an entity that belongs to no stream.</summary>
internal sealed class TableProbe(AzureAccount account) : IStoreProbe
{
    /// <summary>The entity's partition and row; no stream has a name with an underscore.</summary>
    internal const string Key = "_skrivprov";

    private readonly TableClient _table = account.Table(AzureNames.LedgerTable);

    /// <inheritdoc/>
    public string Store => "liggaren";

    /// <inheritdoc/>
    public Task<StoreFault?> WriteAsync(CancellationToken cancellation) => AzureFault.OfAsync(
        () => _table.UpsertEntityAsync(new TableEntity(Key, Key), TableUpdateMode.Replace, cancellation));
}
