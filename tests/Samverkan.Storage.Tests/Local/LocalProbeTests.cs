using Microsoft.Data.Sqlite;
using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

/// <summary>Trying the data folder's stores by writing to them.</summary>
public sealed class LocalProbeTests : IDisposable
{
    private readonly DataFolder _data = new();

    private string ProbeFile => Path.Combine(_data.Options.ArchiveFolder, ".tmp", FolderProbe.FileName);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_can_be_written_to_has_no_fault_and_nothing_is_left_in_the_archive()
    {
        var database = _data.Open();
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await new SqliteProbe(database).WriteAsync(default));
            Assert.Null(await new FolderProbe(_data.Options).WriteAsync(default));
        }

        Assert.Equal(1, await database.ReadAsync(s => s.Number("SELECT count(*) FROM write_checks"), default));
        Assert.Empty(Directory.EnumerateFiles(_data.Options.ArchiveFolder, "*", SearchOption.AllDirectories));
        Assert.True(new FolderProbe(_data.Options).FreeBytes() > 0);
    }

    [Fact]
    public async Task A_database_without_room_is_full_and_heals()
    {
        var database = _data.Open();
        var pages = await database.ReadAsync(s => s.Number("PRAGMA page_count"), default);
        await database.WriteAsync(s => s.Execute($"PRAGMA max_page_count = {pages + 2}"), default);
        var fault = await new SqliteProbe(database).WriteAsync(default);
        Assert.Equal("storage.full", fault!.Code);
        Assert.Contains("Frigör utrymme", fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(_data.Path, fault.Sentence, StringComparison.Ordinal);

        await database.WriteAsync(s => s.Execute("PRAGMA max_page_count = 1000000"), default);
        Assert.Null(await new SqliteProbe(database).WriteAsync(default));
    }

    [Fact]
    public async Task A_database_that_somebody_holds_is_locked()
    {
        var database = _data.Open(_data.Options with { BusyTimeout = Duration.FromSeconds(1) });
        using var other = new SqliteConnection($"Data Source={_data.Options.DatabasePath};Pooling=False");
        other.Open();
        using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        hold.ExecuteNonQuery();
        Assert.Equal("storage.locked", (await new SqliteProbe(database).WriteAsync(default))!.Code);
    }

    // The kernel's own device that is always full.
    [UnixFact]
    public async Task A_disk_without_room_is_full()
    {
        if (!File.Exists("/dev/full")) return;
        Directory.CreateDirectory(Path.GetDirectoryName(ProbeFile)!);
        File.CreateSymbolicLink(ProbeFile, "/dev/full");
        var fault = await new FolderProbe(_data.Options).WriteAsync(default);
        Assert.Equal("storage.full", fault!.Code);
        Assert.Contains("Disken med arkivet är full", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_way_of_the_archive_is_a_fault()
    {
        Directory.CreateDirectory(ProbeFile);
        Assert.Equal("storage.denied", (await new FolderProbe(_data.Options).WriteAsync(default))!.Code);
        Directory.Delete(_data.Options.ArchiveFolder, recursive: true);
        File.WriteAllText(_data.Options.ArchiveFolder, "");
        var fault = await new FolderProbe(_data.Options).WriteAsync(default);
        Assert.Equal("storage.disk", fault!.Code);
        Assert.DoesNotContain(_data.Path, fault.Sentence, StringComparison.Ordinal);
    }
}
