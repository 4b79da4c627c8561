using Samverkan.Ledger;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Azure;

[RunsOnAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class BlobArchiveTests(AzuriteFixture azurite) : ArchiveContract, IAsyncLifetime
{
    private AzureAccount? _account;

    public async Task InitializeAsync() => _account = new AzureAccount(await azurite.NewAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    protected override IArchive Create() => new BlobArchive(_account!);
}
