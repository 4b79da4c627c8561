using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderLinkKeysTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-keys-").FullName;

    private string Folder => Path.Combine(_data, "nycklar");

    [Fact]
    public void The_first_use_makes_a_key_that_stays()
    {
        var key = Assert.Single(Open().NewestFirst());

        Assert.Equal(32, key.Length);
        Assert.Equal(key.ToArray(), Assert.Single(Open().NewestFirst()).ToArray());
        Assert.Equal("lankar-0001.key", Assert.Single(Directory.GetFiles(Folder, "*.key").Select(Path.GetFileName)));
    }

    [Fact]
    public void A_key_is_readable_to_its_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        Open().NewestFirst();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Folder, "lankar-0001.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_get_the_same_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(Open().NewestFirst()[0].Span))));

        Assert.Single(keys.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_a_crash_left_half_written_is_no_key()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, ".lankar.tmp"), "AAAA");

        Assert.Equal(32, Assert.Single(Open().NewestFirst()).Length);
    }

    [Fact]
    public void The_last_by_name_is_the_newest()
    {
        var first = Open().NewestFirst()[0].ToArray();
        byte[] second = [.. Enumerable.Repeat((byte)9, 48)];
        File.WriteAllText(Path.Combine(Folder, "lankar-0002.key"), Convert.ToBase64String(second));

        Assert.Equal([second, first], Open().NewestFirst().Select(key => key.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("inte base64!")]
    [InlineData("AAAA")]
    public void A_file_without_a_key_is_said_to_be_so(string content)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "lankar-0001.key"), content);

        var fault = Assert.Throws<LocalStorageException>(() => Open().NewestFirst());

        Assert.Equal("storage.bad-key", fault.Code);
        Assert.Contains("lankar-0001.key", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private FolderLinkKeys Open() => new(new LocalStorageOptions { DataFolder = _data });
}
