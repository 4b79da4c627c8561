using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Cli;

/// <summary>Opens a data folder for a verb that asks one question and ends.</summary>
internal static class DataFolder
{
    /// <summary>The services on a data folder; null, with a line to standard error, where there is none.</summary>
    public static async Task<ServiceProvider?> OpenAsync(string folder)
    {
        var storage = new LocalStorageOptions { DataFolder = folder };
        if (!File.Exists(storage.DatabasePath))
        {
            await Console.Error.WriteLineAsync($"I {folder} finns ingen liggare (samverkan.db). Ange datamappen med --data MAPP.");
            return null;
        }

        var settings = HostSettings.Read(new ConfigurationBuilder().Build());
        return new ServiceCollection()
            .AddLogging()
            .AddSamverkanHost(settings, storage, SystemClock.Instance, demo: false)
            .BuildServiceProvider();
    }
}
