using System.Text;
using Samverkan.Ledger;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every archive does. Two calls of Create stand for two hosts on the same storage.</summary>
public abstract class ArchiveContract
{
    private static readonly byte[] Plan = Encoding.UTF8.GetBytes("Verksamhetsplan med budget");

    protected abstract IArchive Create();

    [ContractTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(81_920)]
    [InlineData(1_000_003)]
    public async Task A_document_comes_back_whole_under_its_hash(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        var document = await Create().PutAsync(new MemoryStream(bytes), long.MaxValue, default);

        Assert.Equal(new ArchivedDocument(DocumentHash.Of(bytes), length), document);
        await using var stream = await Create().OpenAsync(document!.Hash, default);
        Assert.Equal(bytes, await stream.ReadAllAsync());
        stream!.Position = 0;
        Assert.Equal(bytes, await stream.ReadAllAsync());
    }

    [ContractFact]
    public async Task OpenAsync_of_what_is_not_there_is_null() =>
        Assert.Null(await Create().OpenAsync(DocumentHash.Of(Plan), default));

    [ContractFact]
    public async Task The_same_bytes_again_change_nothing()
    {
        var archive = Create();
        var first = await archive.PutAsync(new MemoryStream(Plan), 1000, default);
        await using var open = await archive.OpenAsync(first!.Hash, default);
        Assert.Equal(first, await Create().PutAsync(new MemoryStream(Plan), 1000, default));
        Assert.Equal(Plan, await open.ReadAllAsync());
    }

    [ContractFact]
    public async Task The_same_bytes_at_once_from_two_hosts_are_one_document()
    {
        IArchive[] hosts = [Create(), Create()];
        var bytes = new byte[300_000];
        var documents = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            i => Task.Run(() => hosts[i % 2].PutAsync(new MemoryStream(bytes), long.MaxValue, default))));
        Assert.Single(documents.Distinct());
        await using var stream = await hosts[0].OpenAsync(documents[0]!.Hash, default);
        Assert.Equal(bytes, await stream.ReadAllAsync());
    }

    [ContractFact]
    public async Task PutAsync_of_more_than_the_most_keeps_nothing()
    {
        var archive = Create();
        Assert.Null(await archive.PutAsync(new MemoryStream(Plan), Plan.Length - 1, default));
        Assert.Null(await archive.OpenAsync(DocumentHash.Of(Plan), default));
        Assert.NotNull(await archive.PutAsync(new MemoryStream(Plan), Plan.Length, default));
    }

    [ContractFact]
    public async Task PutAsync_of_a_stream_that_never_ends_stops_at_the_most() =>
        Assert.Null(await Create().PutAsync(new BrokenStream(long.MaxValue), 5_000_000, default));

    [ContractFact]
    public async Task PutAsync_that_fails_half_way_keeps_nothing()
    {
        var archive = Create();
        await Assert.ThrowsAsync<IOException>(() => archive.PutAsync(new BrokenStream(200_000), long.MaxValue, default));
        Assert.Null(await archive.OpenAsync(DocumentHash.Of(new byte[200_000]), default));
    }

    [ContractFact]
    public async Task PutAsync_that_is_cancelled_keeps_nothing()
    {
        var archive = Create();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => archive.PutAsync(new MemoryStream(Plan), 1000, new CancellationToken(canceled: true)));
        Assert.Null(await archive.OpenAsync(DocumentHash.Of(Plan), default));
    }
}
