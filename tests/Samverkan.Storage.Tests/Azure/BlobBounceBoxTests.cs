using Azure.Storage.Blobs;
using Samverkan.Dispatch.Bounces;
using Samverkan.Storage.Azure;

namespace Samverkan.Storage.Tests.Azure;

[Collection(AzuriteCollection.Name)]
public sealed class BlobBounceBoxTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private AzureAccount? _account;

    private BlobContainerClient Container => _account!.Container(AzureNames.Bounces);

    public async Task InitializeAsync() => _account = new AzureAccount(await azurite.NewAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    [AzuriteFact]
    public async Task A_message_has_one_claim_and_comes_back_unless_it_is_ended()
    {
        await Container.UploadBlobAsync("a.eml", new BinaryData("Hej"));
        await Container.UploadBlobAsync("b.txt", new BinaryData("Hej"));
        var (one, other) = (new BlobBounceBox(_account!), new BlobBounceBox(_account!));
        await using (var claim = await one.ClaimAsync("a.eml", default))
        {
            Assert.Null(await other.ClaimAsync("a.eml", default));
            Assert.Empty(await ListAsync(other));
            using var text = new StreamReader(await claim!.OpenAsync(default));
            Assert.Equal("Hej", await text.ReadToEndAsync());
        }

        Assert.Equal(["a.eml"], await ListAsync(other));
        await using (var claim = await other.ClaimAsync("a.eml", default)) await claim!.CompleteAsync(default);
        Assert.Empty(await ListAsync(one));
        Assert.Null(await one.ClaimAsync("a.eml", default));
        Assert.Null(await one.ClaimAsync("b.txt", default));
    }

    [AzuriteFact]
    public async Task What_is_set_aside_lies_with_its_reason_and_is_not_read_again()
    {
        await Container.UploadBlobAsync("a.eml", new BinaryData("Hej"));
        var box = new BlobBounceBox(_account!);
        await using (var claim = await box.ClaimAsync("a.eml", default)) await claim!.SetAsideAsync("Därför.", default);

        Assert.Empty(await ListAsync(box));
        var aside = Container.GetBlobs().Select(b => b.Name).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, aside.Length);
        Assert.All(aside, name => Assert.StartsWith("avvisade/", name, StringComparison.Ordinal));
        Assert.Equal("Hej", Container.GetBlobClient(aside[0]).DownloadContent().Value.Content.ToString());
        Assert.Equal("Därför.\n", Container.GetBlobClient(aside[1]).DownloadContent().Value.Content.ToString());
    }

    private static async Task<List<string>> ListAsync(IBounceBox box)
    {
        List<string> names = [];
        await foreach (var name in box.ListAsync(default)) names.Add(name);
        return names;
    }
}
