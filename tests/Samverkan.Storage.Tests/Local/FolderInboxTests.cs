using Samverkan.Intake;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderInboxTests : InboxContract, IDisposable
{
    private readonly InboxFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task A_folder_that_lies_too_deep_is_told_once_and_hides_no_other()
    {
        await _folder.DropAsync("öppen/b.txt", "b");
        var deep = string.Join('/', Enumerable.Repeat(new string('0', 250), 9));
        Directory.CreateDirectory(_folder.PathOf(deep));
        Directory.CreateDirectory(Path.Combine(_folder.Outside, deep));
        Directory.Move(Path.Combine(_folder.Outside, deep[..250]), _folder.PathOf(deep + "/0"));
        var inbox = _folder.Create();
        for (var i = 0; i < 3; i++) Assert.Equal(["öppen/b.txt"], await InboxFolder.ListAsync(inbox));
        Assert.Contains("longer than the system takes", Assert.Single(_folder.Log.Lines), StringComparison.Ordinal);
        Directory.Move(_folder.PathOf(deep + "/0"), Path.Combine(_folder.Outside, "0"));
    }

    [Fact]
    public async Task Links_are_not_followed_and_told_once()
    {
        var outside = Path.Combine(_folder.Outside, "hemligt");
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "a.txt"), "hemligt");
        await _folder.DropAsync("b.txt", "b");
        File.CreateSymbolicLink(_folder.PathOf("fil.txt"), Path.Combine(outside, "a.txt"));
        File.CreateSymbolicLink(_folder.PathOf("lös.txt"), Path.Combine(outside, "finns-inte"));
        Directory.CreateSymbolicLink(_folder.PathOf("mapp"), outside);
        Directory.CreateSymbolicLink(_folder.PathOf("runt"), _folder.Root);
        var inbox = _folder.Create();

        for (var i = 0; i < 3; i++) Assert.Equal(["b.txt"], await InboxFolder.ListAsync(inbox));

        foreach (var name in (string[])["fil.txt", "lös.txt", "mapp/a.txt", "runt/b.txt"]) Assert.Null(await inbox.ClaimAsync(name, default));
        Assert.Equal(4, _folder.Log.Lines.Count);
        Assert.All(_folder.Log.Lines, line => Assert.Contains("is a link", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_that_are_not_finished_or_hidden_are_passed_over()
    {
        foreach (var name in (string[])["~$plan.docx", "a.tmp", "a.PDF.part", "a.crdownload", "a.filepart", ".dold", ".git/a.txt", ".claimed.txt"])
            await _folder.DropAsync(name, "x");
        await _folder.DropAsync("~plan.docx", "x");
        await _folder.DropAsync("a.tmp.txt", "x");

        var inbox = _folder.Create();
        Assert.Equal(["a.tmp.txt", "~plan.docx"], await InboxFolder.ListAsync(inbox));
        Assert.Null(await inbox.ClaimAsync("a.tmp", default));
        Assert.Null(await inbox.ClaimAsync(".git/a.txt", default));
    }

    [UnixFact]
    public async Task Names_that_only_the_system_could_love_are_taken_like_any_other()
    {
        string[] names = ["rad\nnästa.txt", "a\\b:c?.txt", " ", "CON.txt", "å" + new string('x', 249) + ".txt", "\u202efdp.txt", "'; DROP TABLE events --"];
        foreach (var name in names) await _folder.DropAsync(name, name);
        var inbox = _folder.Create();

        Assert.Equal(names.Order(StringComparer.Ordinal), await InboxFolder.ListAsync(inbox));
        foreach (var name in names)
        {
            await using var claim = await ClaimAsync(inbox, name);
            Assert.Equal(name, await ReadAsync(claim));
            Assert.True(await claim.CompleteAsync(default));
        }
    }

    [UnixFact]
    public async Task A_name_that_is_not_UTF8_is_told_once_and_stays()
    {
        await _folder.DropAsync("a.txt", "a");
        await _folder.ShellAsync("printf x > \"$(printf 'handling\\344.txt')\""); // ä of Windows-1252
        var inbox = _folder.Create();
        for (var i = 0; i < 3; i++) Assert.Equal(["a.txt"], await InboxFolder.ListAsync(inbox));
        Assert.Contains("not valid UTF-8", Assert.Single(_folder.Log.Lines), StringComparison.Ordinal);
        await _folder.ShellAsync("rm handling*");
    }

    [UnixFact]
    public async Task A_pipe_in_the_inbox_does_not_hang_its_reader()
    {
        var inbox = _folder.Create();
        await _folder.ShellAsync("mkfifo pipa.txt");
        await using var claim = await ClaimAsync(inbox, "pipa.txt");
        Assert.Equal("", await ReadAsync(claim));
    }

    protected override IInbox Create() => _folder.Create();

    protected override Task DropAsync(string name, string content) => _folder.DropAsync(name, content);

    protected override Task<string?> SeenAsync(string name) => _folder.SeenAsync(name);
}
