using Samverkan.Signals;

namespace Samverkan.Storage.Azure;

/// <summary>What a fault of the storage account means. The sentences hold neither the account's name nor a secret.</summary>
internal static class AzureFault
{
    /// <summary>Does something; the fault where the account does not let it, null where it does.</summary>
    public static async Task<StoreFault?> OfAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception e) when (AzureStorageException.Of(e) is { } known)
        {
            return new StoreFault(known.Code, known.Message);
        }
    }
}
