using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

/// <summary>When a file is taken: not before it has been still for two seconds.</summary>
public sealed class FolderInboxStillnessTests : IDisposable
{
    private readonly InboxFolder _folder = new();
    private readonly FakeTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_taken_when_it_has_been_still_for_two_seconds_under_our_eyes()
    {
        var inbox = Careful();
        await _folder.DropAsync("a.txt", "a");
        // As a copy that keeps the original's time: the file claims to have been still for years.
        File.SetLastWriteTimeUtc(_folder.PathOf("a.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Empty(await InboxFolder.ListAsync(inbox));
        _time.Advance(1.9);
        Assert.Empty(await InboxFolder.ListAsync(inbox));
        Assert.Null(await inbox.ClaimAsync("a.txt", default));
        _time.Advance(0.1);
        Assert.Equal(["a.txt"], await InboxFolder.ListAsync(inbox));
        await using var claim = await inbox.ClaimAsync("a.txt", default);
        Assert.NotNull(claim);
    }

    [Fact]
    public async Task A_file_that_grows_is_left_alone_until_it_has_stopped()
    {
        var inbox = Careful();
        await _folder.DropAsync("a.txt", "a");
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty(await InboxFolder.ListAsync(inbox));
            _time.Advance(1.5);
            await File.AppendAllTextAsync(_folder.PathOf("a.txt"), "mera");
        }

        Assert.Empty(await InboxFolder.ListAsync(inbox));
        _time.Advance(2);
        Assert.Equal(["a.txt"], await InboxFolder.ListAsync(inbox));
    }

    [Fact]
    public async Task A_file_written_between_listing_and_claim_is_not_claimed()
    {
        var inbox = Careful();
        await _folder.DropAsync("a.txt", "a");
        await InboxFolder.ListAsync(inbox);
        _time.Advance(2);
        Assert.Equal(["a.txt"], await InboxFolder.ListAsync(inbox));
        await File.AppendAllTextAsync(_folder.PathOf("a.txt"), "mera");

        Assert.Null(await inbox.ClaimAsync("a.txt", default));
        Assert.Equal("amera", await _folder.SeenAsync("a.txt"));
    }

    [Fact]
    public async Task A_file_that_is_gone_and_comes_again_waits_anew()
    {
        var inbox = Careful();
        await _folder.DropAsync("a.txt", "a");
        var written = File.GetLastWriteTimeUtc(_folder.PathOf("a.txt"));
        await InboxFolder.ListAsync(inbox);
        File.Delete(_folder.PathOf("a.txt"));
        _time.Advance(1);
        await InboxFolder.ListAsync(inbox);
        await _folder.DropAsync("a.txt", "a");
        File.SetLastWriteTimeUtc(_folder.PathOf("a.txt"), written);
        _time.Advance(1);
        Assert.Empty(await InboxFolder.ListAsync(inbox));
    }

    [Fact]
    public async Task A_claim_without_a_listing_only_starts_the_wait()
    {
        var inbox = Careful();
        await _folder.DropAsync("a.txt", "a");
        Assert.Null(await inbox.ClaimAsync("a.txt", default));
        _time.Advance(2);
        await using var claim = await inbox.ClaimAsync("a.txt", default);
        Assert.NotNull(claim);
    }

    private FolderInbox Careful() =>
        new(_folder.Options with { Stillness = Duration.FromSeconds(2) }, _time, NullLogger<FolderInbox>.Instance);
}
