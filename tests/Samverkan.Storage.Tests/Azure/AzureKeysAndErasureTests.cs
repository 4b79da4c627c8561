using NodaTime;
using Samverkan.Ledger;
using Samverkan.Storage.Azure;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>What has no suite of its own: keys that hosts share, and what may be erased.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AzureKeysAndErasureTests(AzuriteFixture azurite)
{
    private static readonly StreamId Stream = StreamId.Parse("folkhalsa-2021.2023");

    [AzuriteFact]
    public async Task Hosts_that_start_at_once_get_the_same_key()
    {
        var account = new AzureAccount(await azurite.NewAsync());
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new BlobLinkKeys(account).NewestFirst())));
        Assert.Single(keys.Select(k => Convert.ToHexString(Assert.Single(k).Span)).Distinct(StringComparer.Ordinal));
        Assert.Equal(32, keys[0][0].Length);
    }

    [AzuriteFact]
    public async Task A_newer_key_comes_first_and_a_bad_one_is_named()
    {
        var account = new AzureAccount(await azurite.NewAsync());
        var first = new BlobLinkKeys(account).NewestFirst()[0];
        var container = account.Container(AzureNames.Keys);
        await container.UploadBlobAsync("lankar-0002.key", new BinaryData(Convert.ToBase64String(new byte[32])));
        var both = new BlobLinkKeys(account).NewestFirst();
        Assert.Equal([new byte[32], first.ToArray()], both.Select(k => k.ToArray()));

        await container.UploadBlobAsync("lankar-0003.key", new BinaryData("hemlig"));
        var bad = Assert.Throws<AzureStorageException>(() => new BlobLinkKeys(account).NewestFirst());
        Assert.Contains("lankar-0003.key", bad.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlig", bad.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task The_key_ring_of_cookies_is_shared()
    {
        var account = new AzureAccount(await azurite.NewAsync());
        Assert.Empty(new BlobKeyRing(account).Read());
        new BlobKeyRing(account).Write("key-1", "<key id='1' />");
        Assert.Equal(["<key id='1' />"], new BlobKeyRing(account).Read());
        Assert.Throws<ArgumentException>(() => new BlobKeyRing(account).Write("../x", ""));
    }

    [AzuriteFact]
    public async Task Personal_values_are_erased_and_the_rest_of_the_event_is_as_it_was()
    {
        var account = new AzureAccount(await azurite.NewAsync());
        var store = new TableLedgerStore(account);
        var e = new StoredEvent(Stream, 1, "t", Rows.Now, "system:test", new string('x', 80_000), new string('å', 70_000), "h");
        await store.AppendAsync(StreamHead.None(Stream), [e], default);
        var erasure = new AzureErasure(account);

        for (var i = 0; i < 2; i++) await erasure.ErasePersonalAsync(Stream, 1, "{}", default);
        await erasure.ErasePersonalAsync(Stream, 2, "{}", default);

        Assert.Equal([e with { Personal = "{}" }], await store.ReadAsync(Stream, 0, default).ToListAsync());
    }

    [AzuriteFact]
    public async Task A_document_is_erased_unless_it_was_put_there_again_after_the_decision()
    {
        var account = new AzureAccount(await azurite.NewAsync());
        var (archive, erasure) = (new BlobArchive(account), new AzureErasure(account));
        var document = (await archive.PutAsync(new MemoryStream([1, 2]), 10, default))!;

        await erasure.EraseDocumentAsync(document.Hash, SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1), default);
        await using (var kept = await archive.OpenAsync(document.Hash, default)) Assert.NotNull(kept);

        await Task.Delay(2100);
        var decided = SystemClock.Instance.GetCurrentInstant();
        await archive.PutAsync(new MemoryStream([1, 2]), 10, default);
        await erasure.EraseDocumentAsync(document.Hash, decided, default);
        await using (var kept = await archive.OpenAsync(document.Hash, default)) Assert.NotNull(kept);

        for (var i = 0; i < 2; i++) await erasure.EraseDocumentAsync(document.Hash, decided + Duration.FromHours(1), default);
        Assert.Null(await archive.OpenAsync(document.Hash, default));
    }
}
