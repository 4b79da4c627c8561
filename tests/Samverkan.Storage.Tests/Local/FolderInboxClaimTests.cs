namespace Samverkan.Storage.Tests.Local;

/// <summary>What becomes of a claimed file that is changed under the claim, or whose process dies.</summary>
public sealed class FolderInboxClaimTests : IDisposable
{
    private readonly InboxFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_writer_that_kept_the_file_open_makes_the_claim_changed_and_gives_it_back()
    {
        await _folder.DropAsync("ks/a.txt", "första");
        var inbox = _folder.Create();
        await using (var writer = new FileStream(_folder.PathOf("ks/a.txt"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            await using var claim = await InboxFolder.ClaimAsync(inbox, "ks/a.txt");
            Assert.Equal("första", await InboxFolder.ReadAsync(claim));
            Assert.True(await claim.IsUnchangedAsync(default));
            writer.Write("andra"u8);
            writer.Flush();
            Assert.False(await claim.IsUnchangedAsync(default));
            Assert.False(await claim.CompleteAsync(default));
        }

        Assert.Equal("förstaandra", await _folder.SeenAsync("ks/a.txt"));
        await using var again = await InboxFolder.ClaimAsync(inbox, "ks/a.txt");
        Assert.True(await again.CompleteAsync(default));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Claimed));
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_is_given_back()
    {
        await _folder.DropAsync("a.txt", new string('x', 200_000));
        await using var claim = await InboxFolder.ClaimAsync(_folder.Create(), "a.txt");
        await using var writer = new FileStream(_folder.ClaimedFile(), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        await using var reader = await claim.OpenAsync(default);
        Assert.Equal(100_000, await reader.ReadAtLeastAsync(new byte[100_000], 100_000));
        writer.Write(new byte[100_000]);
        writer.Flush();
        Assert.False(await claim.CompleteAsync(default));
        Assert.Equal(300_000, new FileInfo(_folder.PathOf("a.txt")).Length);
    }

    [Fact]
    public async Task A_claimed_file_that_somebody_removes_is_done()
    {
        await _folder.DropAsync("a.txt", "a");
        await using var claim = await InboxFolder.ClaimAsync(_folder.Create(), "a.txt");
        File.Delete(_folder.ClaimedFile());
        Assert.False(await claim.IsUnchangedAsync(default));
        Assert.True(await claim.CompleteAsync(default));
        Assert.True(await claim.CompleteAsync(default));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Claimed));
    }

    [Fact]
    public async Task A_folder_that_took_the_place_of_a_claimed_file_cannot_be_read_and_harms_nothing()
    {
        await _folder.DropAsync("a.txt", "a");
        var inbox = _folder.Create();
        await using (var claim = await InboxFolder.ClaimAsync(inbox, "a.txt"))
        {
            var path = _folder.ClaimedFile();
            File.Delete(path);
            Directory.CreateDirectory(path);
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => claim.OpenAsync(default));
            Assert.False(await claim.IsUnchangedAsync(default));
        }

        Assert.Empty(await InboxFolder.ListAsync(inbox));
    }

    [Fact]
    public async Task The_claim_of_a_dead_process_is_given_back_under_its_own_name()
    {
        _folder.Abandon("1", "ks/2023/a.txt", "a", withLock: true);
        _folder.Abandon("2", "b.txt", "b", withLock: false);
        Directory.CreateDirectory(Path.Combine(_folder.Claimed, "3"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Claimed, "4.lock"), "");

        Assert.Equal(["b.txt", "ks/2023/a.txt"], await InboxFolder.ListAsync(_folder.Create()));

        Assert.Equal("a", await _folder.SeenAsync("ks/2023/a.txt"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Claimed));
    }

    [Fact]
    public async Task Two_abandoned_files_of_one_name_come_back_one_after_the_other()
    {
        _folder.Abandon("1", "a.txt", "1", withLock: false);
        _folder.Abandon("2", "a.txt", "2", withLock: false);
        await _folder.DropAsync("a.txt", "3");
        var read = new List<string>();
        var inbox = _folder.Create();
        for (var i = 0; i < 3; i++)
        {
            await using var claim = await InboxFolder.ClaimAsync(inbox, "a.txt");
            read.Add(await InboxFolder.ReadAsync(claim));
            Assert.True(await claim.CompleteAsync(default));
        }

        Assert.Equal(["1", "2", "3"], read.Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Claimed));
    }

    [Fact]
    public async Task Hosts_that_give_back_at_once_lose_nothing()
    {
        for (var i = 0; i < 50; i++) _folder.Abandon($"{i}", $"{i}.txt", $"{i}", withLock: i % 2 == 0);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => InboxFolder.ListAsync(_folder.Create()))));
        Assert.Equal(50, (await InboxFolder.ListAsync(_folder.Create())).Count);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Claimed));
    }

    [Fact]
    public async Task A_claimed_file_is_not_given_back_through_a_link()
    {
        await _folder.DropAsync("ks/a.txt", "a");
        var outside = Path.Combine(_folder.Outside, "utanför");
        Directory.CreateDirectory(outside);
        var inbox = _folder.Create();
        await using (await InboxFolder.ClaimAsync(inbox, "ks/a.txt"))
        {
            Directory.Delete(_folder.PathOf("ks"));
            Directory.CreateSymbolicLink(_folder.PathOf("ks"), outside);
        }

        Assert.Empty(await InboxFolder.ListAsync(inbox));
        Assert.Empty(Directory.GetFileSystemEntries(outside));
        File.Delete(_folder.PathOf("ks"));
        Assert.Equal(["ks/a.txt"], await InboxFolder.ListAsync(inbox));
    }
}
