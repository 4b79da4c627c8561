using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests;

public sealed class FolderOutboxTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("samverkan-outbox-");
    private readonly FolderOutbox _outbox;

    public FolderOutboxTests() => _outbox = new FolderOutbox(_data.FullName);

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_written_whole_into_utkorg()
    {
        await WriteAsync("folkhalsa-2021.2023.abc.eml", "hej");
        Assert.Equal(Path.Combine(_data.FullName, "utkorg"), _outbox.Folder);
        Assert.Equal(["folkhalsa-2021.2023.abc.eml"], Files());
        Assert.Equal("hej", await File.ReadAllTextAsync(Path.Combine(_outbox.Folder, "folkhalsa-2021.2023.abc.eml")));
    }

    [Fact]
    public async Task The_same_name_again_replaces_the_file()
    {
        await WriteAsync("a.eml", "ett längre brev");
        await WriteAsync("a.eml", "kort");
        Assert.Equal("kort", await File.ReadAllTextAsync(Path.Combine(_outbox.Folder, "a.eml")));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_what_was_there()
    {
        await WriteAsync("a.eml", "hel");
        await Assert.ThrowsAsync<IOException>(() => _outbox.WriteAsync("a.eml", async (output, token) =>
        {
            await output.WriteAsync("halv"u8.ToArray(), token);
            throw new IOException("disk full");
        }, default));
        Assert.Equal(["a.eml"], Files());
        Assert.Equal("hel", await File.ReadAllTextAsync(Path.Combine(_outbox.Folder, "a.eml")));
    }

    [Fact]
    public async Task What_a_crash_left_is_written_over()
    {
        Directory.CreateDirectory(_outbox.Folder);
        await File.WriteAllTextAsync(Path.Combine(_outbox.Folder, ".a.eml.tmp"), "halvt brev från en annan gång");
        await WriteAsync("a.eml", "helt");
        Assert.Equal(["a.eml"], Files());
        Assert.Equal("helt", await File.ReadAllTextAsync(Path.Combine(_outbox.Folder, "a.eml")));
    }

    [Fact]
    public async Task Two_writers_of_one_name_never_mix()
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = _outbox.WriteAsync("a.eml", async (output, token) =>
        {
            started.SetResult();
            await go.Task;
            await output.WriteAsync("första"u8.ToArray(), token);
        }, default);
        await started.Task;
        await Assert.ThrowsAsync<IOException>(() => WriteAsync("a.eml", "andra"));
        go.SetResult();
        await first;
        Assert.Equal("första", await File.ReadAllTextAsync(Path.Combine(_outbox.Folder, "a.eml")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(".dold")]
    [InlineData("../utanfor.eml")]
    [InlineData("a/b.eml")]
    [InlineData(@"a\b.eml")]
    [InlineData("a b.eml")]
    [InlineData("brev\n.eml")]
    [InlineData("C:brev.eml")]
    public async Task A_name_that_is_not_plain_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(name, "x"));
        Assert.False(Directory.Exists(_outbox.Folder));
    }

    [Fact]
    public async Task A_name_of_more_than_200_characters_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(new string('a', 201), "x"));

    private Task WriteAsync(string name, string text) =>
        _outbox.WriteAsync(name, (output, token) => output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), token).AsTask(), default);

    private string[] Files() => [.. Directory.GetFiles(_outbox.Folder).Select(f => Path.GetFileName(f))];
}
