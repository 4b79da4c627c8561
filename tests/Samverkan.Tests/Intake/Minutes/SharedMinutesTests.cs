using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Minutes;

public sealed class SharedMinutesTests
{
    [SharedMinutesFact]
    public void Every_shared_sample_is_read_as_expected()
    {
        var names = SharedMinutes.Names().ToList();
        Assert.NotEmpty(names);
        Assert.Empty(names.SelectMany(Differences));
    }

    private static IEnumerable<string> Differences(string name)
    {
        using var file = File.OpenRead(Path.Combine(SharedMinutes.Folder, name + ".txt"));
        var reading = FileTextReader.Create(TimeProvider.System).Read(file, name + ".txt");
        var lines = MinutesJson.Write(name, MinutesReader.Read(reading.Text!));
        var expected = File.ReadAllText(Path.Combine(SharedMinutes.Folder, name + ".expected.json"));
        return FieldComparison.Compare(expected, Assert.Single(lines)).Wrong.Select(wrong => $"{name}: {wrong}");
    }
}
