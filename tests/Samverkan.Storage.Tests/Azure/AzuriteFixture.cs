using Samverkan.Storage.Azure;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>One Azurite for all suites, each test with an account's worth of names of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async Task InitializeAsync()
    {
        if (AzuriteProcess.Missing is null) _azurite = await AzuriteProcess.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    /// <summary>Empty containers, queues and tables.</summary>
    public async Task<AzureStorageOptions> NewAsync()
    {
        var options = new AzureStorageOptions { ConnectionString = ConnectionString, Prefix = "t" + Guid.NewGuid().ToString("N")[..12] };
        Assert.Null(await AzureStorageStart.CheckAsync(options, default));
        return options;
    }
}
