using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Intake;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderInboxTests : InboxContract, IDisposable
{
    private readonly DataFolder _data = new();
    private readonly FakeTime _time = new();
    private readonly LogLines<FolderInbox> _log = new();

    private string Root => _data.Options.InboxFolder;

    private string Claimed => Path.Combine(Root, ".claimed");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_file_is_taken_when_it_has_been_still_for_two_seconds_under_our_eyes()
    {
        var inbox = Careful();
        await DropAsync("a.txt", "a");
        // As a copy that keeps the original's time: the file claims to have been still for years.
        File.SetLastWriteTimeUtc(PathOf("a.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Empty(await ListAsync(inbox));
        _time.Advance(1.9);
        Assert.Empty(await ListAsync(inbox));
        Assert.Null(await inbox.ClaimAsync("a.txt", default));
        _time.Advance(0.1);
        Assert.Equal(["a.txt"], await ListAsync(inbox));
        await using var claim = await inbox.ClaimAsync("a.txt", default);
        Assert.NotNull(claim);
    }

    [Fact]
    public async Task A_file_that_grows_is_left_alone_until_it_has_stopped()
    {
        var inbox = Careful();
        await DropAsync("a.txt", "a");
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty(await ListAsync(inbox));
            _time.Advance(1.5);
            await File.AppendAllTextAsync(PathOf("a.txt"), "mera");
        }

        Assert.Empty(await ListAsync(inbox));
        _time.Advance(2);
        Assert.Equal(["a.txt"], await ListAsync(inbox));
    }

    [Fact]
    public async Task A_file_written_between_listing_and_claim_is_not_claimed()
    {
        var inbox = Careful();
        await DropAsync("a.txt", "a");
        await ListAsync(inbox);
        _time.Advance(2);
        Assert.Equal(["a.txt"], await ListAsync(inbox));
        await File.AppendAllTextAsync(PathOf("a.txt"), "mera");

        Assert.Null(await inbox.ClaimAsync("a.txt", default));
        Assert.Equal("amera", await SeenAsync("a.txt"));
    }

    [Fact]
    public async Task A_file_that_is_gone_and_comes_again_waits_anew()
    {
        var inbox = Careful();
        await DropAsync("a.txt", "a");
        var written = File.GetLastWriteTimeUtc(PathOf("a.txt"));
        await ListAsync(inbox);
        File.Delete(PathOf("a.txt"));
        _time.Advance(1);
        await ListAsync(inbox);
        await DropAsync("a.txt", "a");
        File.SetLastWriteTimeUtc(PathOf("a.txt"), written);
        _time.Advance(1);
        Assert.Empty(await ListAsync(inbox));
    }

    [Fact]
    public async Task A_claim_without_a_listing_only_starts_the_wait()
    {
        var inbox = Careful();
        await DropAsync("a.txt", "a");
        Assert.Null(await inbox.ClaimAsync("a.txt", default));
        _time.Advance(2);
        await using var claim = await inbox.ClaimAsync("a.txt", default);
        Assert.NotNull(claim);
    }

    [Fact]
    public async Task A_writer_that_kept_the_file_open_makes_the_claim_changed_and_gives_it_back()
    {
        await DropAsync("ks/a.txt", "första");
        var inbox = Create();
        await using (var writer = new FileStream(PathOf("ks/a.txt"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            await using var claim = await ClaimAsync(inbox, "ks/a.txt");
            Assert.Equal("första", await ReadAsync(claim));
            Assert.True(await claim.IsUnchangedAsync(default));
            writer.Write("andra"u8);
            writer.Flush();
            Assert.False(await claim.IsUnchangedAsync(default));
            Assert.False(await claim.CompleteAsync(default));
        }

        Assert.Equal("förstaandra", await SeenAsync("ks/a.txt"));
        await using var again = await ClaimAsync(inbox, "ks/a.txt");
        Assert.True(await again.CompleteAsync(default));
        Assert.Empty(Directory.GetFileSystemEntries(Claimed));
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_is_given_back()
    {
        await DropAsync("a.txt", new string('x', 200_000));
        await using var claim = await ClaimAsync(Create(), "a.txt");
        await using var writer = new FileStream(ClaimedFile(), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        await using var reader = await claim.OpenAsync(default);
        Assert.Equal(100_000, await reader.ReadAtLeastAsync(new byte[100_000], 100_000));
        writer.Write(new byte[100_000]);
        writer.Flush();
        Assert.False(await claim.CompleteAsync(default));
        Assert.Equal(300_000, new FileInfo(PathOf("a.txt")).Length);
    }

    [Fact]
    public async Task A_claimed_file_that_somebody_removes_is_done()
    {
        await DropAsync("a.txt", "a");
        await using var claim = await ClaimAsync(Create(), "a.txt");
        File.Delete(ClaimedFile());
        Assert.False(await claim.IsUnchangedAsync(default));
        Assert.True(await claim.CompleteAsync(default));
        Assert.True(await claim.CompleteAsync(default));
        Assert.Empty(Directory.GetFileSystemEntries(Claimed));
    }

    [Fact]
    public async Task A_folder_that_took_the_place_of_a_claimed_file_cannot_be_read_and_harms_nothing()
    {
        await DropAsync("a.txt", "a");
        var inbox = Create();
        await using (var claim = await ClaimAsync(inbox, "a.txt"))
        {
            var path = ClaimedFile();
            File.Delete(path);
            Directory.CreateDirectory(path);
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => claim.OpenAsync(default));
            Assert.False(await claim.IsUnchangedAsync(default));
        }

        Assert.Empty(await ListAsync(inbox));
    }

    [UnixFact]
    public async Task A_folder_that_lies_too_deep_is_told_once_and_hides_no_other()
    {
        await DropAsync("öppen/b.txt", "b");
        var deep = string.Join('/', Enumerable.Repeat(new string('0', 250), 9));
        Directory.CreateDirectory(PathOf(deep));
        Directory.CreateDirectory(Path.Combine(_data.Path, deep));
        Directory.Move(Path.Combine(_data.Path, deep[..250]), PathOf(deep + "/0"));
        var inbox = Create();
        for (var i = 0; i < 3; i++) Assert.Equal(["öppen/b.txt"], await ListAsync(inbox));
        Assert.Contains("longer than the system takes", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Directory.Move(PathOf(deep + "/0"), Path.Combine(_data.Path, "0"));
    }

    [Fact]
    public async Task The_claim_of_a_dead_process_is_given_back_under_its_own_name()
    {
        Abandon("1", "ks/2023/a.txt", "a", withLock: true);
        Abandon("2", "b.txt", "b", withLock: false);
        Directory.CreateDirectory(Path.Combine(Claimed, "3"));
        await File.WriteAllTextAsync(Path.Combine(Claimed, "4.lock"), "");

        Assert.Equal(["b.txt", "ks/2023/a.txt"], await ListAsync(Create()));

        Assert.Equal("a", await SeenAsync("ks/2023/a.txt"));
        Assert.Empty(Directory.GetFileSystemEntries(Claimed));
    }

    [Fact]
    public async Task Two_abandoned_files_of_one_name_come_back_one_after_the_other()
    {
        Abandon("1", "a.txt", "1", withLock: false);
        Abandon("2", "a.txt", "2", withLock: false);
        await DropAsync("a.txt", "3");
        var read = new List<string>();
        var inbox = Create();
        for (var i = 0; i < 3; i++)
        {
            await using var claim = await ClaimAsync(inbox, "a.txt");
            read.Add(await ReadAsync(claim));
            Assert.True(await claim.CompleteAsync(default));
        }

        Assert.Equal(["1", "2", "3"], read.Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(Claimed));
    }

    [Fact]
    public async Task Hosts_that_give_back_at_once_lose_nothing()
    {
        for (var i = 0; i < 50; i++) Abandon($"{i}", $"{i}.txt", $"{i}", withLock: i % 2 == 0);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ListAsync(Create()))));
        Assert.Equal(50, (await ListAsync(Create())).Count);
        Assert.Empty(Directory.GetFileSystemEntries(Claimed));
    }

    [Fact]
    public async Task Links_are_not_followed_and_told_once()
    {
        var outside = Path.Combine(_data.Path, "hemligt");
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "a.txt"), "hemligt");
        await DropAsync("b.txt", "b");
        File.CreateSymbolicLink(PathOf("fil.txt"), Path.Combine(outside, "a.txt"));
        File.CreateSymbolicLink(PathOf("lös.txt"), Path.Combine(outside, "finns-inte"));
        Directory.CreateSymbolicLink(PathOf("mapp"), outside);
        Directory.CreateSymbolicLink(PathOf("runt"), Root);
        var inbox = Create();

        for (var i = 0; i < 3; i++) Assert.Equal(["b.txt"], await ListAsync(inbox));

        foreach (var name in (string[])["fil.txt", "lös.txt", "mapp/a.txt", "runt/b.txt"]) Assert.Null(await inbox.ClaimAsync(name, default));
        Assert.Equal(4, _log.Lines.Count);
        Assert.All(_log.Lines, line => Assert.Contains("is a link", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claimed_file_is_not_given_back_through_a_link()
    {
        await DropAsync("ks/a.txt", "a");
        var outside = Path.Combine(_data.Path, "utanför");
        Directory.CreateDirectory(outside);
        var inbox = Create();
        await using (await ClaimAsync(inbox, "ks/a.txt"))
        {
            Directory.Delete(PathOf("ks"));
            Directory.CreateSymbolicLink(PathOf("ks"), outside);
        }

        Assert.Empty(await ListAsync(inbox));
        Assert.Empty(Directory.GetFileSystemEntries(outside));
        File.Delete(PathOf("ks"));
        Assert.Equal(["ks/a.txt"], await ListAsync(inbox));
    }

    [Fact]
    public async Task Files_that_are_not_finished_or_hidden_are_passed_over()
    {
        foreach (var name in (string[])["~$plan.docx", "a.tmp", "a.PDF.part", "a.crdownload", "a.filepart", ".dold", ".git/a.txt", ".claimed.txt"])
            await DropAsync(name, "x");
        await DropAsync("~plan.docx", "x");
        await DropAsync("a.tmp.txt", "x");

        var inbox = Create();
        Assert.Equal(["a.tmp.txt", "~plan.docx"], await ListAsync(inbox));
        Assert.Null(await inbox.ClaimAsync("a.tmp", default));
        Assert.Null(await inbox.ClaimAsync(".git/a.txt", default));
    }

    [UnixFact]
    public async Task Names_that_only_the_system_could_love_are_taken_like_any_other()
    {
        string[] names = ["rad\nnästa.txt", "a\\b:c?.txt", " ", "CON.txt", "å" + new string('x', 249) + ".txt", "\u202efdp.txt", "'; DROP TABLE events --"];
        foreach (var name in names) await DropAsync(name, name);
        var inbox = Create();

        Assert.Equal(names.Order(StringComparer.Ordinal), await ListAsync(inbox));
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
        await DropAsync("a.txt", "a");
        await ShellAsync("printf x > \"$(printf 'handling\\344.txt')\""); // ä of Windows-1252
        var inbox = Create();
        for (var i = 0; i < 3; i++) Assert.Equal(["a.txt"], await ListAsync(inbox));
        Assert.Contains("not valid UTF-8", Assert.Single(_log.Lines), StringComparison.Ordinal);
        await ShellAsync("rm handling*");
    }

    [UnixFact]
    public async Task A_pipe_in_the_inbox_does_not_hang_its_reader()
    {
        var inbox = Create();
        await ShellAsync("mkfifo pipa.txt");
        await using var claim = await ClaimAsync(inbox, "pipa.txt");
        Assert.Equal("", await ReadAsync(claim));
    }

    protected override IInbox Create() => new FolderInbox(_data.Options, TimeProvider.System, _log);

    protected override async Task DropAsync(string name, string content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }

    protected override async Task<string?> SeenAsync(string name) =>
        File.Exists(PathOf(name)) ? await File.ReadAllTextAsync(PathOf(name)) : null;

    private static Task<List<string>> ListAsync(IInbox inbox) => inbox.ListAsync(default).ToListAsync().AsTask();

    private FolderInbox Careful() =>
        new(_data.Options with { Stillness = Duration.FromSeconds(2) }, _time, NullLogger<FolderInbox>.Instance);

    private string PathOf(string name) => Path.Combine(Root, name);

    private string ClaimedFile() => Assert.Single(Directory.GetFiles(Claimed, "*.txt", SearchOption.AllDirectories));

    // What a process leaves that is killed after the renaming; its lock file stays, but nobody holds it.
    private void Abandon(string id, string name, string content, bool withLock)
    {
        var path = Path.Combine(Claimed, id, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        if (withLock) File.WriteAllText(Path.Combine(Claimed, id + ".lock"), "");
    }

    private async Task ShellAsync(string command)
    {
        using var shell = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = Root })!;
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }
}
