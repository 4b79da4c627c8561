using Samverkan.Signals;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Azure;

[RunsOnAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class TableTimerRunsTests(AzuriteFixture azurite) : TimerRunsContract, IAsyncLifetime
{
    private AzureAccount? _account;

    public async Task InitializeAsync() => _account = new AzureAccount(await azurite.NewAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    protected override ITimerRuns Create() => new TableTimerRuns(_account!);
}
