using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Cli;

/// <summary>Opens a data folder for a verb that asks one question and ends.</summary>
internal static class DataFolder
{
    /// <summary>The services on a data folder; null, with a line to standard error, where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="configuration">The settings, where the question asks for any; null for the defaults.</param>
    public static async Task<ServiceProvider?> OpenAsync(string folder, IConfiguration? configuration = null)
    {
        var storage = new LocalStorageOptions { DataFolder = folder };
        if (!File.Exists(storage.DatabasePath))
        {
            await Console.Error.WriteLineAsync($"I {folder} finns ingen liggare (samverkan.db). Ange datamappen med --data MAPP.");
            return null;
        }

        var settings = HostSettings.Read(configuration ?? new ConfigurationBuilder().Build());
        return new ServiceCollection()
            .AddLogging()
            .AddSamverkanHost(settings, storage, SystemClock.Instance, demo: false)
            .BuildServiceProvider();
    }
}
