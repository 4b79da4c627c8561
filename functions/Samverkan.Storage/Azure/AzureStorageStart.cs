using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Samverkan.Storage.Azure;

/// <summary>Looks at the storage account before anything is built on it.</summary>
public static class AzureStorageStart
{
    /// <summary>
    /// Makes what is missing where that is allowed, and tries that everything is there and may be used. Returns null where
    /// all is well, else one line in Swedish that names the setting and the remedy.
    /// </summary>
    public static async Task<string?> CheckAsync(AzureStorageOptions options, CancellationToken cancellation)
    {
        if (options.Problems() is [var problem, ..]) return problem;
        var account = new AzureAccount(options);
        try
        {
            await CheckAsync(account, options.CreateMissing, cancellation);
            return null;
        }
        catch (Exception e) when (AzureStorageException.Of(e, account.Setting) is { } known)
        {
            return known.Message;
        }
    }

    /// <summary>What keeps an account that was checked at start from being used now; null where nothing does.</summary>
    internal static async Task<AzureStorageException?> FaultAsync(AzureAccount account, CancellationToken cancellation)
    {
        try
        {
            await LookAsync(account, cancellation);
            return null;
        }
        catch (Exception e) when (AzureStorageException.Of(e, account.Setting) is { } known)
        {
            return known;
        }
    }

    // A look at a container costs a tenth of listing it, and this one is asked again and again.
    private static Task LookAsync(AzureAccount account, CancellationToken cancellation) => Task.WhenAll(
        Task.WhenAll(AzureNames.Containers.Select(name => account.Container(name).GetPropertiesAsync(cancellationToken: cancellation))),
        Task.WhenAll(AzureNames.Queues.Select(name => QueueAsync(account, name, create: false, cancellation))),
        Task.WhenAll(AzureNames.Tables.Select(name => TableAsync(account, name, create: false, cancellation))));

    private static async Task CheckAsync(AzureAccount account, bool create, CancellationToken cancellation)
    {
        await Task.WhenAll(
            Task.WhenAll(AzureNames.Containers.Select(name => ContainerAsync(account.Container(name), create, cancellation))),
            Task.WhenAll(AzureNames.Queues.Select(name => QueueAsync(account, name, create, cancellation))),
            Task.WhenAll(AzureNames.Tables.Select(name => TableAsync(account, name, create, cancellation))));
    }

    private static async Task ContainerAsync(BlobContainerClient container, bool create, CancellationToken cancellation)
    {
        if (create) await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        // One that lists may also be read; the roles go together.
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: cancellation)) break;
    }

    private static async Task QueueAsync(AzureAccount account, string name, bool create, CancellationToken cancellation)
    {
        var queue = account.Queue(name);
        if (create) await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await queue.PeekMessageAsync(cancellation);
    }

    private static async Task TableAsync(AzureAccount account, string name, bool create, CancellationToken cancellation)
    {
        var table = account.Table(name);
        if (create) await table.CreateIfNotExistsAsync(cancellation);
        // None of that name; the answer tells whether the table is there.
        await table.GetEntityIfExistsAsync<TableEntity>("-", "-", cancellationToken: cancellation);
    }
}
