using System.Text;
using Samverkan.Dispatch.Channels.Folders;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every store of recipients' folders does. Two calls of Create stand for two hosts on the same storage.</summary>
public abstract class DropFoldersContract
{
    protected const string Folder = "region-mottagning";
    protected const string Drop = "folkhalsa-2021.2023.0123456789abcdef0123";

    protected abstract IDropFolders Create();

    /// <summary>The files that a recipient sees in a folder, by path below it, with what is in them.</summary>
    protected abstract IReadOnlyDictionary<string, string> Seen(string folder);

    [ContractFact]
    public async Task A_drop_is_there_whole()
    {
        Assert.Equal(DropOutcome.Written, await Create().WriteAsync(Folder, Drop, [File("handlingar/plan 2023.pdf", "plan"), File("manifest.json", "{}")], default));
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal) { [Drop + "/handlingar/plan 2023.pdf"] = "plan", [Drop + "/manifest.json"] = "{}" },
            Seen(Folder));
    }

    [ContractFact]
    public async Task The_same_drop_again_changes_nothing()
    {
        await Create().WriteAsync(Folder, Drop, [File("manifest.json", "första")], default);
        Assert.Equal(DropOutcome.AlreadyThere, await Create().WriteAsync(Folder, Drop, [File("manifest.json", "andra")], default));
        Assert.Equal("första", Seen(Folder)[Drop + "/manifest.json"]);
    }

    [ContractFact]
    public async Task Of_hosts_that_write_the_same_drop_at_once_one_writes_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => Create().WriteAsync(Folder, Drop, [File("a.txt", $"{i}"), File("manifest.json", $"{i}")], default))));
        Assert.Single(outcomes, DropOutcome.Written);
        Assert.Equal(7, outcomes.Count(o => o is DropOutcome.AlreadyThere));
        var seen = Seen(Folder);
        Assert.Equal(2, seen.Count);
        Assert.Single(seen.Values.Distinct(StringComparer.Ordinal));
    }

    [ContractFact]
    public async Task A_drop_that_fails_or_is_cancelled_half_way_cannot_be_seen_and_can_be_made_again()
    {
        using var cancelled = new CancellationTokenSource();
        await Assert.ThrowsAsync<InvalidDataException>(() => Create().WriteAsync(
            Folder, Drop, [File("a.txt", "a"), new DropFile("b.txt", (_, _) => throw new InvalidDataException())], default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().WriteAsync(
            Folder,
            Drop,
            [File("a.txt", "a"), new DropFile("b.txt", async (_, token) => { await cancelled.CancelAsync(); token.ThrowIfCancellationRequested(); })],
            cancelled.Token));
        Assert.Equal(DropOutcome.Failed, await Create().WriteAsync(Folder, Drop, [File("a.txt", "a"), Fails("b.txt", 5)], default));
        Assert.Empty(Seen(Folder));
        Assert.Equal(DropOutcome.Written, await Create().WriteAsync(Folder, Drop, [File("manifest.json", "{}")], default));
    }

    [ContractFact]
    public async Task Drops_of_other_ids_and_folders_lie_side_by_side()
    {
        await Create().WriteAsync(Folder, Drop, [File("manifest.json", "1")], default);
        await Create().WriteAsync(Folder, Drop + "x", [File("manifest.json", "2")], default);
        await Create().WriteAsync("annan", Drop, [File("manifest.json", "3")], default);
        Assert.Equal(["1", "2"], Seen(Folder).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value));
        Assert.Equal(["3"], Seen("annan").Values);
    }

    [ContractTheory]
    [InlineData("..", Drop, "a")]
    [InlineData("a/b", Drop, "a")]
    [InlineData("", Drop, "a")]
    [InlineData(Folder, "../x", "a")]
    [InlineData(Folder, ".dold", "a")]
    [InlineData(Folder, Drop, "../a")]
    [InlineData(Folder, Drop, "/etc/a")]
    [InlineData(Folder, Drop, "a\\b")]
    [InlineData(Folder, Drop, "a//b")]
    [InlineData(Folder, Drop, "a\nb")]
    [InlineData(Folder, Drop, "c:a")]
    public async Task A_path_that_climbs_or_hides_is_refused(string folder, string drop, string file)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Create().WriteAsync(folder, drop, [File(file, "x")], default));
        Assert.Empty(Seen(Folder));
    }

    protected static DropFile File(string path, string text) =>
        new(path, async (output, cancellation) => await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation));

    protected static DropFile Fails(string path, int code) => new(path, (_, _) => throw new IOException("The disk says no.", code));
}
