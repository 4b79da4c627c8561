using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Dispatch.Links;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;
using Samverkan.Signals;
using Samverkan.Storage.Migration;

namespace Samverkan.Storage.Local;

/// <summary>Composition of the local adapters.</summary>
public static class LocalStorageServices
{
    /// <summary>
    /// Registers every port of the product on SQLite and folders, each as a singleton. The database is opened, and migrated,
    /// when the first of them is asked for. Registers also <see cref="IDispatchReceiver"/>, for the host that polls the queue.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, LocalStorageOptions options) => services
        .AddSingleton(LocalStorageOptions.Checked(options))
        .AddSingleton<SqliteDatabase>()
        .AddSingleton<ILedgerStore, SqliteLedgerStore>()
        .AddSingleton<IDeliveryLog, SqliteDeliveryLog>()
        .AddSingleton<IAgenda, SqliteAgenda>()
        .AddSingleton(provider => new LocalDispatchQueue(provider.GetRequiredService<SqliteDatabase>()))
        .AddSingleton<IDispatchQueue>(provider => provider.GetRequiredService<LocalDispatchQueue>())
        .AddSingleton<IDispatchReceiver>(provider => provider.GetRequiredService<LocalDispatchQueue>())
        .AddSingleton<IArchive, FolderArchive>()
        .AddSingleton<IErasure, LocalErasure>()
        .AddSingleton<IQuarantine, FolderQuarantine>()
        .AddSingleton<IStoreContents, FolderContents>()
        .AddSingleton<IDropFolders, LocalDropFolders>()
        .AddSingleton<ILinkKeys, FolderLinkKeys>()
        .AddSingleton<ITimerRuns, SqliteTimerRuns>()
        .AddSingleton<IStoreProbe, SqliteProbe>()
        .AddSingleton<IStoreProbe, FolderProbe>()
        .AddSingleton<IBounceBox>(provider => new FolderBounceBox(
            options,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<FolderBounceBox>>()))
        .AddSingleton<IInbox>(provider => new FolderInbox(
            options,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<FolderInbox>>()));
}
