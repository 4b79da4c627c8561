using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch.Bounces;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderBounceBoxTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory().FullName;

    private string Folder => Path.Combine(_data, "studsar");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_file_has_one_claim_and_comes_back_unless_it_is_ended()
    {
        Drop("a.eml");
        var (one, other) = (Box(), Box());
        await using (var claim = await one.ClaimAsync("a.eml", default))
        {
            Assert.NotNull(claim);
            Assert.Empty(await ListAsync(other));
            Assert.Null(await other.ClaimAsync("a.eml", default));
            using var text = new StreamReader(await claim.OpenAsync(default));
            Assert.Equal("Hej", await text.ReadToEndAsync());
        }

        Assert.Equal(["a.eml"], await ListAsync(other));
        await using (var claim = await other.ClaimAsync("a.eml", default)) await claim!.CompleteAsync(default);
        Assert.Empty(await ListAsync(one));
    }

    [Fact]
    public async Task What_is_set_aside_lies_with_its_reason_and_takes_no_others_place()
    {
        for (var i = 0; i < 2; i++)
        {
            Drop("a.eml");
            await using var claim = await Box().ClaimAsync("a.eml", default);
            await claim!.SetAsideAsync("Därför.", default);
        }

        Assert.Equal(
            ["a-2.eml", "a-2.eml.orsak.txt", "a.eml", "a.eml.orsak.txt"],
            Directory.GetFiles(Path.Combine(Folder, "avvisade")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("Därför.\n", await File.ReadAllTextAsync(Path.Combine(Folder, "avvisade", "a.eml.orsak.txt")));
        Assert.Empty(await ListAsync(Box()));
    }

    [Fact]
    public async Task Other_files_paths_and_what_is_being_written_are_left_alone()
    {
        Assert.Empty(await ListAsync(Box()));
        Drop("a.tmp");
        Drop(".b.eml");
        Drop("c.eml");
        Assert.Equal(["c.eml"], await ListAsync(Box()));
        Assert.Empty(await ListAsync(Box(Duration.FromHours(1))));
        Assert.Null(await Box().ClaimAsync("../c.eml", default));
        Assert.Null(await Box().ClaimAsync("gone.eml", default));
    }

    private void Drop(string name)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), "Hej");
    }

    private FolderBounceBox Box(Duration? stillness = null) => new(
        new LocalStorageOptions { DataFolder = _data, Stillness = stillness ?? Duration.Zero }, TimeProvider.System, NullLogger<FolderBounceBox>.Instance);

    private static async Task<List<string>> ListAsync(IBounceBox box)
    {
        List<string> names = [];
        await foreach (var name in box.ListAsync(default)) names.Add(name);
        return names;
    }
}
