using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class LocalDropFoldersTests : DropFoldersContract, IDisposable
{
    private readonly DataFolder _data = new();

    private string Root => _data.Options.DropFolder;

    private string Staging => Path.Combine(Root, Folder, ".tmp");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Nothing_is_left_beside_a_drop_that_is_on_the_disk()
    {
        var folders = new LocalDropFolders(_data.Options with { Durable = true });
        await folders.WriteAsync(Folder, Drop, [File("handlingar/plan.pdf", "plan"), File("manifest.json", "{}")], default);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Staging));
        Assert.Equal([".tmp", Drop], Directory.EnumerateFileSystemEntries(Path.Combine(Root, Folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_process_that_died_before_the_rename_left_is_removed_and_what_a_live_one_writes_is_not()
    {
        Directory.CreateDirectory(Path.Combine(Staging, "dead"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(Staging, "dead", "plan.pdf"), "hal");
        await System.IO.File.WriteAllTextAsync(Path.Combine(Staging, "dead.lock"), "");
        using var live = DropStage.Begin(Staging);
        await System.IO.File.WriteAllTextAsync(Path.Combine(live.Folder, "plan.pdf"), "hal");

        Assert.Equal(DropOutcome.Written, await Create().WriteAsync(Folder, Drop, [File("manifest.json", "{}")], default));

        Assert.False(Directory.Exists(Path.Combine(Staging, "dead")));
        Assert.True(System.IO.File.Exists(Path.Combine(live.Folder, "plan.pdf")));
    }

    [UnixFact]
    public async Task A_full_disk_is_told_from_other_faults()
    {
        Assert.Equal(DropOutcome.Full, await Create().WriteAsync(Folder, Drop, [File("a.txt", "a"), Fails("b.txt", 28)], default));
        Assert.Empty(Seen(Folder));
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_a_fault_that_may_pass()
    {
        Directory.CreateDirectory(Root);
        await System.IO.File.WriteAllTextAsync(Path.Combine(Root, Folder), "en fil");
        Assert.Equal(DropOutcome.Failed, await Create().WriteAsync(Folder, Drop, [File("a.txt", "a")], default));
    }

    [Fact]
    public async Task Writing_that_is_not_allowed_is_denied()
    {
        var denied = new DropFile("a.txt", (_, _) => throw new UnauthorizedAccessException());
        Assert.Equal(DropOutcome.Denied, await Create().WriteAsync(Folder, Drop, [denied], default));
        Assert.Empty(Seen(Folder));
    }

    protected override IDropFolders Create() => new LocalDropFolders(_data.Options);

    protected override IReadOnlyDictionary<string, string> Seen(string folder)
    {
        var root = Path.Combine(Root, folder);
        if (!Directory.Exists(root)) return new Dictionary<string, string>(StringComparer.Ordinal);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => !f.StartsWith(Path.Combine(root, ".tmp"), StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), System.IO.File.ReadAllText, StringComparer.Ordinal);
    }
}
