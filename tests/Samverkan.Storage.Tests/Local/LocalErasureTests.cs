using System.Text;
using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class LocalErasureTests : IDisposable
{
    private static readonly byte[] Plan = Encoding.UTF8.GetBytes("Verksamhetsplan med budget");
    private static readonly Instant Past = Instant.FromUtc(2001, 1, 1, 0, 0);
    private static readonly Instant Future = Instant.FromUtc(2301, 1, 1, 0, 0);

    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_document_is_gone_after_its_erasure_and_erasing_it_again_does_nothing()
    {
        var archive = new FolderArchive(_data.Options);
        var document = (await archive.PutAsync(new MemoryStream(Plan), 1000, default))!;
        using var database = new SqliteDatabase(_data.Options);
        var erasure = new LocalErasure(database, _data.Options);

        await erasure.EraseDocumentAsync(document.Hash, Future, default);
        await erasure.EraseDocumentAsync(document.Hash, Future, default);

        Assert.Null(await archive.OpenAsync(document.Hash, default));
        Assert.Empty(Directory.GetFiles(_data.Options.ArchiveFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_document_that_was_put_again_after_the_decision_stays()
    {
        var archive = new FolderArchive(_data.Options);
        var document = (await archive.PutAsync(new MemoryStream(Plan), 1000, default))!;
        var path = FolderArchive.PathOf(_data.Options, document.Hash);
        File.SetLastWriteTimeUtc(path, Past.ToDateTimeUtc());
        await archive.PutAsync(new MemoryStream(Plan), 1000, default);
        using var database = new SqliteDatabase(_data.Options);

        await new LocalErasure(database, _data.Options).EraseDocumentAsync(document.Hash, Past + Duration.FromDays(1), default);

        await using var content = await archive.OpenAsync(document.Hash, default);
        Assert.NotNull(content);
    }

    [Fact]
    public async Task What_a_host_set_aside_and_died_over_is_erased_or_put_back_by_the_next()
    {
        var archive = new FolderArchive(_data.Options);
        var document = (await archive.PutAsync(new MemoryStream(Plan), 1000, default))!;
        var path = FolderArchive.PathOf(_data.Options, document.Hash);
        using var database = new SqliteDatabase(_data.Options);
        var erasure = new LocalErasure(database, _data.Options);

        File.Move(path, path + ".gallras");
        await erasure.EraseDocumentAsync(document.Hash, Past, default);
        Assert.True(File.Exists(path));
        File.Move(path, path + ".gallras");
        await erasure.EraseDocumentAsync(document.Hash, Future, default);
        Assert.Empty(Directory.GetFiles(_data.Options.ArchiveFolder, "*", SearchOption.AllDirectories));
    }
}
