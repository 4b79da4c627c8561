using System.Text;
using Samverkan.Intake;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderQuarantineTests : QuarantineContract, IDisposable
{
    private readonly DataFolder _data = new();

    private string Root => _data.Options.QuarantineFolder;

    private string Desk => Path.Combine(Root, ".tmp");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_file_and_its_reason_lie_side_by_side_as_Notepad_reads_them()
    {
        await new FolderQuarantine(_data.Options with { Durable = true })
            .PutAsync(Id, "ks/plan.pdf", Content("x"), "Två avtal passar.\nFlytta filen till rätt mapp.", default);

        Assert.Equal(
            ["ORSAK.txt", "ks_plan.pdf"], Directory.GetFiles(Path.Combine(Root, Id)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var reason = await File.ReadAllBytesAsync(Path.Combine(Root, Id, "ORSAK.txt"));
        Assert.Equal([0xEF, 0xBB, 0xBF], reason[..3]);
        Assert.Equal("Två avtal passar.\r\nFlytta filen till rätt mapp.\r\n", Encoding.UTF8.GetString(reason[3..]));
    }

    [Fact]
    public async Task What_a_dead_process_left_is_cleared_up_by_the_next()
    {
        await Create().PutAsync(Id, "a.pdf", Content("första"), "x", default);
        Directory.CreateDirectory(Path.Combine(Desk, "halv"));
        await File.WriteAllTextAsync(Path.Combine(Desk, "halv", "a.pdf"), "ha");
        // Killed between moving the old aside and the new into its place, and after it.
        Directory.Move(Path.Combine(Root, Id), Path.Combine(Desk, Id + ".aside"));
        Directory.CreateDirectory(Path.Combine(Root, "ffffffffffffffff"));
        Directory.CreateDirectory(Path.Combine(Desk, "ffffffffffffffff.aside"));

        await Create().RemoveAsync("eeeeeeeeeeeeeeee", default);

        Assert.Empty(Directory.GetDirectories(Desk));
        await using var stream = await Create().OpenAsync(Id, default);
        Assert.Equal("första", Encoding.UTF8.GetString(await stream.ReadAllAsync()));
    }

    [Fact]
    public async Task Nothing_is_left_of_a_put_that_failed_or_was_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await Assert.ThrowsAsync<IOException>(() => Create().PutAsync(Id, "a", new BrokenStream(100), "x", default));
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().PutAsync(Id, "a", Content("x"), "x", cancelled.Token));
        Assert.Equal(["lock"], Directory.GetFileSystemEntries(Root, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Except([".tmp"]));
    }

    protected override IQuarantine Create() => new FolderQuarantine(_data.Options);
}
