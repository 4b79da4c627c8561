using Samverkan.Signals;

namespace Samverkan.Storage.Azure;

/// <summary>Looks at every container, queue and table of the account: whether each is there and may be used, while the host runs.</summary>
internal sealed class AccountProbe(AzureAccount account) : IStoreProbe
{
    /// <inheritdoc/>
    public string Store => "lagringskontot";

    /// <inheritdoc/>
    public async Task<StoreFault?> WriteAsync(CancellationToken cancellation) =>
        await AzureStorageStart.FaultAsync(account, cancellation) is { } fault ? new StoreFault(fault.Code, fault.Message) : null;
}
