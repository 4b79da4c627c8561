using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class FreeNameTests : IDisposable
{
    private readonly DataFolder _data = new();

    private string Source => Path.Combine(_data.Path, "källa");

    private string Target => Path.Combine(_data.Path, "mål");

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryMove_to_a_free_name_moves_and_to_a_taken_one_does_nothing(bool withoutHardLinks)
    {
        bool Move() => withoutHardLinks ? FreeName.TryRename(Source, Target) : FreeName.TryMove(Source, Target);
        File.WriteAllText(Source, "första");
        Assert.True(Move());
        Assert.False(File.Exists(Source));
        File.WriteAllText(Source, "andra");
        Assert.False(Move());
        Assert.Equal(("första", "andra"), (File.ReadAllText(Target), File.ReadAllText(Source)));
        Assert.Throws<FileNotFoundException>(() => FreeName.TryMove(Source + "-borta", Target + "-fri"));
    }

    [Fact]
    public async Task TryMove_never_replaces_a_file_that_comes_at_the_same_moment()
    {
        for (var round = 0; round < 300; round++)
        {
            await File.WriteAllTextAsync(Source, "given back");
            using var start = new Barrier(2);
            var dropped = Task.Run(() => Drop(start));
            var moved = Task.Run(() =>
            {
                start.SignalAndWait();
                return FreeName.TryMove(Source, Target);
            });
            Assert.True(await dropped ^ await moved);
            Assert.Equal(await moved ? "given back" : "dropped", await File.ReadAllTextAsync(Target));
            Assert.Equal(await dropped, File.Exists(Source));
            File.Delete(Target);
        }
    }

    private bool Drop(Barrier start)
    {
        start.SignalAndWait();
        try
        {
            using var file = new StreamWriter(new FileStream(Target, FileMode.CreateNew));
            file.Write("dropped");
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
