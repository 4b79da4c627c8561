using System.Text;
using Samverkan.Ledger;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderArchiveTests : ArchiveContract, IDisposable
{
    private static readonly byte[] Plan = Encoding.UTF8.GetBytes("Verksamhetsplan med budget");

    private readonly DataFolder _data = new();

    private string Root => _data.Options.ArchiveFolder;

    private string Temporary => Path.Combine(Root, ".tmp");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_document_lies_under_its_hash_and_nothing_else_is_left()
    {
        var archive = new FolderArchive(_data.Options with { Durable = true });
        var document = await archive.PutAsync(new MemoryStream(Plan), 1000, default);
        await archive.PutAsync(new MemoryStream(Plan), 1000, default);
        await archive.PutAsync(new MemoryStream(Plan), 3, default);
        await Assert.ThrowsAsync<IOException>(() => archive.PutAsync(new BrokenStream(10), 1000, default));

        var hash = document!.Hash.Value;
        Assert.Equal([Path.Combine(Root, hash[..2], hash)], Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_dead_process_left_is_removed_at_start_and_what_a_live_one_writes_is_not()
    {
        Directory.CreateDirectory(Temporary);
        await File.WriteAllTextAsync(Path.Combine(Temporary, ".0123.tmp"), "halv");
        await using var live = TempFile.Create(Temporary, durable: false);
        await live.Content.WriteAsync(Plan);

        Create();

        Assert.Single(Directory.GetFiles(Temporary));
        var path = Path.Combine(Root, "hel");
        await live.PublishAsync(path, default);
        Assert.Equal(Plan, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_document_that_the_disk_cut_short_is_made_whole_by_the_next_put()
    {
        var archive = Create();
        var document = await archive.PutAsync(new MemoryStream(Plan), 1000, default);
        var path = Path.Combine(Root, document!.Hash.Value[..2], document.Hash.Value);
        await File.WriteAllBytesAsync(path, Plan[..3]);

        Assert.Equal(document, await archive.PutAsync(new MemoryStream(Plan), 1000, default));
        Assert.Equal(Plan, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_document_that_is_being_read_can_be_put_again()
    {
        var archive = Create();
        var document = await archive.PutAsync(new MemoryStream(Plan), 1000, default);
        await using var reader = await archive.OpenAsync(document!.Hash, default);
        Assert.Equal(document, await archive.PutAsync(new MemoryStream(Plan), 1000, default));
        Assert.Equal(Plan, await reader.ReadAllAsync());
    }

    protected override IArchive Create() => new FolderArchive(_data.Options);
}
