using Azure.Storage.Blobs;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Azure;

[RunsOnAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class BlobDropFoldersTests(AzuriteFixture azurite) : DropFoldersContract, IAsyncLifetime
{
    private AzureAccount? _account;

    private BlobContainerClient Container => _account!.Container(AzureNames.Drops);

    public async Task InitializeAsync() => _account = new AzureAccount(await azurite.NewAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    [AzuriteFact]
    public async Task What_a_host_that_died_had_begun_is_written_over()
    {
        await Container.UploadBlobAsync($"{Folder}/{Drop}/a.txt", new BinaryData("halv"));
        Assert.Equal(DropOutcome.Written, await Create().WriteAsync(Folder, Drop, [File("a.txt", "hel"), File("manifest.json", "{}")], default));
        Assert.Equal("hel", Seen(Folder)[Drop + "/a.txt"]);
        Assert.Equal(2, Container.GetBlobs().Count());
    }

    protected override IDropFolders Create() => new BlobDropFolders(_account!);

    protected override IReadOnlyDictionary<string, string> Seen(string folder) => Container.GetBlobs(prefix: folder + "/")
        .ToDictionary(b => b.Name[(folder.Length + 1)..], b => Container.GetBlobClient(b.Name).DownloadContent().Value.Content.ToString(), StringComparer.Ordinal);
}
