using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Samverkan.Intake;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Contracts;
using Samverkan.Storage.Tests.Local;

namespace Samverkan.Storage.Tests.Azure;

[RunsOnAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class BlobInboxTests(AzuriteFixture azurite) : InboxContract, IAsyncLifetime
{
    private readonly LogLines<BlobInbox> _log = new();
    private AzureAccount? _account;

    private BlobContainerClient Container => _account!.Container(AzureNames.Inbox);

    public async Task InitializeAsync() => _account = new AzureAccount(await azurite.NewAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    [AzuriteFact]
    public async Task A_file_whose_claim_was_lost_and_that_was_written_over_is_not_removed()
    {
        await DropAsync("a.txt", "första");
        await using var claim = await ClaimAsync(Create(), "a.txt");
        await Container.GetBlobClient("a.txt").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await DropAsync("a.txt", "andra");

        Assert.False(await claim.IsUnchangedAsync(default));
        await Assert.ThrowsAsync<AzureStorageException>(() => claim.OpenAsync(default));
        Assert.False(await claim.CompleteAsync(default));
        Assert.Equal("andra", await SeenAsync("a.txt"));
    }

    [AzuriteFact]
    public async Task A_file_that_somebody_else_removed_is_done()
    {
        await DropAsync("a.txt", "första");
        await using var claim = await ClaimAsync(Create(), "a.txt");
        await Container.GetBlobClient("a.txt").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await Container.DeleteBlobAsync("a.txt");
        Assert.True(await claim.CompleteAsync(default));
    }

    [AzuriteFact]
    public async Task Unfinished_and_hidden_files_are_passed_over()
    {
        foreach (var name in (string[])["~$plan.docx", ".hemlig", "ks/a.part", "a.crdownload"]) await DropAsync(name, "x");
        Assert.Empty(await Create().ListAsync(default).ToListAsync());
        Assert.Empty(_log.Lines);
    }

    [AzuriteFact]
    public async Task More_than_a_page_of_files_are_all_listed()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 120), async (i, _) => await DropAsync($"{i:000}.txt", "x"));
        Assert.Equal(120, await Create().ListAsync(default).CountAsync());
    }

    protected override IInbox Create() => new BlobInbox(_account!, _log);

    protected override Task DropAsync(string name, string content) =>
        Container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true);

    // The service refuses to write over what is leased, whatever program it is that tries.
    protected override async Task<bool> TryDropAsync(string name, string content)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => DropAsync(name, content));
        Assert.Equal(BlobErrorCode.LeaseIdMissing, refused.ErrorCode);
        return false;
    }

    protected override async Task<string?> SeenAsync(string name)
    {
        var blob = Container.GetBlobClient(name);
        return await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToString() : null;
    }
}
