using Samverkan.Dispatch;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Azure;

[RunsOnAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class TableDeliveryLogTests(AzuriteFixture azurite) : DeliveryLogContract, IAsyncLifetime
{
    private AzureAccount? _account;

    public async Task InitializeAsync() => _account = new AzureAccount(await azurite.NewAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    protected override IDeliveryLog Create() => new TableDeliveryLog(_account!);
}
