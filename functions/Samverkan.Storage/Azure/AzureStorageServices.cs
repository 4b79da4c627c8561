using Microsoft.Extensions.DependencyInjection;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Dispatch.Links;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;
using Samverkan.Signals;
using Samverkan.Storage.Migration;

namespace Samverkan.Storage.Azure;

/// <summary>Composition of the Azure adapters.</summary>
public static class AzureStorageServices
{
    /// <summary>
    /// Registers every port of the product on a storage account, each as a singleton. Nothing is asked of the account until
    /// one of them is used; <see cref="AzureStorageStart"/> asks beforehand. The caller adds the clock.
    /// </summary>
    /// <exception cref="ArgumentException">An option cannot be used; <see cref="AzureStorageOptions.Problems"/> says why.</exception>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, AzureStorageOptions options)
    {
        if (options.Problems() is [var problem, ..]) throw new ArgumentException(problem, nameof(options));
        return services
            .AddSingleton(options)
            .AddSingleton(new AzureAccount(options))
            .AddSingleton<ILedgerStore, TableLedgerStore>()
            .AddSingleton<IDeliveryLog, TableDeliveryLog>()
            .AddSingleton<IAgenda, TableAgenda>()
            .AddSingleton<AzureDispatchQueue>()
            .AddSingleton<IDispatchQueue>(provider => provider.GetRequiredService<AzureDispatchQueue>())
            .AddSingleton<IDispatchReceiver>(provider => provider.GetRequiredService<AzureDispatchQueue>())
            .AddSingleton<IArchive, BlobArchive>()
            .AddSingleton<IQuarantine, BlobQuarantine>()
            .AddSingleton<IStoreContents, BlobContents>()
            .AddSingleton<IErasure, AzureErasure>()
            .AddSingleton<IDropFolders, BlobDropFolders>()
            .AddSingleton<IBounceBox, BlobBounceBox>()
            .AddSingleton<ILinkKeys, BlobLinkKeys>()
            .AddSingleton<ITimerRuns, TableTimerRuns>()
            .AddSingleton<IStoreProbe, AccountProbe>()
            .AddSingleton<IStoreProbe, TableProbe>()
            .AddSingleton<IStoreProbe, BlobProbe>()
            .AddSingleton(provider => new BlobKeyRing(provider.GetRequiredService<AzureAccount>()))
            .AddSingleton<IInbox, BlobInbox>()
            .AddSingleton<IOutbox, BlobOutbox>();
    }
}
