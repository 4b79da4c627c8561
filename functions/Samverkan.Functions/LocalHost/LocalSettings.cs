using Microsoft.Extensions.Configuration;

namespace Samverkan.Functions.LocalHost;

/// <summary>
/// The embedded host's settings: <c>local.settings.json</c> of the working folder, as the Azure Functions tools write it, and
/// environment variables, which win.
/// </summary>
internal static class LocalSettings
{
    /// <summary>Reads them. In both places a colon may be written as two underscores.</summary>
    /// <exception cref="InvalidDataException">The file is not JSON.</exception>
    public static IConfiguration Read()
    {
        var file = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("local.settings.json"), optional: true, reloadOnChange: false)
            .Build();
        var values = file.GetSection("Values").GetChildren()
            .Select(v => KeyValuePair.Create(v.Key.Replace("__", ":", StringComparison.Ordinal), v.Value));
        return new ConfigurationBuilder().AddInMemoryCollection(values).AddEnvironmentVariables().Build();
    }
}
