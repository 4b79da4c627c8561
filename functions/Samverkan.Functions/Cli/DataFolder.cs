using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Functions.LocalHost;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Cli;

/// <summary>Opens a data folder for a verb that asks one question and ends.</summary>
internal static class DataFolder
{
    /// <summary>The services on a data folder, or on the storage account that the settings name; null, with a line to standard error, where there is none, or it cannot be used.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="configuration">The settings, where the question asks for any; null for the defaults, but for where the data lies.</param>
    public static async Task<ServiceProvider?> OpenAsync(string folder, IConfiguration? configuration = null)
    {
        var storage = new LocalStorageOptions { DataFolder = folder };
        var settings = HostSettings.Read(configuration ?? StorageOnly(LocalSettings.Read()));
        if (settings.Storage is { } azure)
        {
            if (await AzureStorageStart.CheckAsync(azure, CancellationToken.None) is { } trouble)
            {
                await Console.Error.WriteLineAsync(trouble);
                return null;
            }
        }
        else if (!File.Exists(storage.DatabasePath))
        {
            await Console.Error.WriteLineAsync($"I {folder} finns ingen liggare (samverkan.db). Ange datamappen med --data MAPP.");
            return null;
        }

        return new ServiceCollection()
            .AddLogging()
            .AddSamverkanHost(settings, storage, SystemClock.Instance, demo: false)
            .BuildServiceProvider();
    }

    private static IConfiguration StorageOnly(IConfiguration all) => new ConfigurationBuilder()
        .AddInMemoryCollection(all.GetSection("Storage").AsEnumerable().Where(s => s.Value is not null))
        .Build();
}
