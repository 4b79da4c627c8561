using System.Text;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DataFolder _data = new();

    private string Message => Path.Combine(_data.Options.OutboxFolder, "2022-12", "a.eml");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task WriteAsync_makes_the_folders_and_replaces_what_was_there()
    {
        await AtomicFile.WriteAsync(Message, Encoding.UTF8.GetBytes("första"), default);
        await AtomicFile.WriteAsync(Message, new MemoryStream(Encoding.UTF8.GetBytes("andra")), default);
        Assert.Equal("andra", await File.ReadAllTextAsync(Message));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Message)!));
    }

    [Fact]
    public async Task WriteAsync_that_fails_leaves_what_was_there_and_nothing_more()
    {
        await AtomicFile.WriteAsync(Message, Encoding.UTF8.GetBytes("första"), default);
        await Assert.ThrowsAsync<IOException>(() => AtomicFile.WriteAsync(Message, new BrokenStream(100_000), default));
        Assert.Equal("första", await File.ReadAllTextAsync(Message));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Message)!));
    }

    [Fact]
    public async Task WriteAsync_onto_a_folder_fails_and_leaves_nothing()
    {
        Directory.CreateDirectory(Message);
        await Assert.ThrowsAnyAsync<Exception>(() => AtomicFile.WriteAsync(Message, Encoding.UTF8.GetBytes("x"), default));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Message)!));
    }

    [Fact]
    public async Task RemoveLeftovers_takes_only_what_nobody_writes()
    {
        await AtomicFile.WriteAsync(Message, Encoding.UTF8.GetBytes("första"), default);
        var folder = Path.GetDirectoryName(Message)!;
        await File.WriteAllTextAsync(Path.Combine(folder, ".00.tmp"), "halv");
        await using var live = TempFile.Create(folder, durable: false);
        AtomicFile.RemoveLeftovers(folder);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }
}
