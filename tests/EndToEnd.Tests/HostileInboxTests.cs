using System.Text;

namespace EndToEnd.Tests;

/// <summary>What a running host does with files that it should not simply take.</summary>
public sealed class HostileInboxTests
{
    [Fact]
    public async Task Files_that_cannot_be_placed_wait_in_quarantine_with_a_reason_and_lose_nothing()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path);
        (string Name, byte[] Bytes)[] files =
        [
            ("CON.txt", Bytes("ett namn som Windows har för sig självt")),
            ("okänt.txt", Bytes("Bara några rader om ingenting.")),
            ("tomt.txt", []),
            ("låtsas.docx", Bytes("<html>inte Word</html>")),
            (new string('å', 110) + ".txt", Bytes("ett långt namn")),
            ("mapp/../okänt 2.txt", Bytes("i en mapp")),
            ("a:b?.txt", Bytes("tecken som inte går överallt")),
        ];
        foreach (var (name, bytes) in files) data.Drop(name, bytes);

        await Wait.UntilAsync(
            () => Task.FromResult(Quarantined(data).Count == files.Length),
            () => $"{Quarantined(data).Count} of {files.Length} in quarantine\n{host.Output}");

        Assert.Equal(files.Select(f => Convert.ToHexString(f.Bytes)).Order(), Quarantined(data).Select(f => Convert.ToHexString(File.ReadAllBytes(f))).Order());
        Assert.All(Quarantined(data), file =>
            Assert.Contains('.', File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "ORSAK.txt"))));
        // A file leaves its claim only after it is in quarantine and the ledger says so.
        await Wait.UntilAsync(
            () => Task.FromResult(!Directory.EnumerateFiles(data.In("inkorg"), "*", SearchOption.AllDirectories).Any()),
            () => "the inbox is not empty\n" + host.Output);
        await Wait.UntilAsync(
            () => Task.FromResult(Directory.Exists(data.In("utkorg")) && Directory.GetFiles(data.In("utkorg"), "notices.*.eml").Length >= 1),
            () => "nobody was told\n" + host.Output);
    }

    [Fact]
    public async Task A_file_that_grows_is_not_taken_until_it_is_still()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path);
        Directory.CreateDirectory(data.In("inkorg"));
        var path = data.In("inkorg", "Verksamhetsplan folkhälsa och social hållbarhet 2023.pdf");
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
        {
            await file.WriteAsync(Bytes("%PDF-1.7\n"));
            for (var i = 0; i < 8; i++)
            {
                await file.WriteAsync(Bytes($"rad {i}\n"));
                await file.FlushAsync();
                await Task.Delay(700);
                Assert.True(File.Exists(path), "The file was taken while it grew.");
            }
        }

        var expected = await File.ReadAllBytesAsync(path);
        await Wait.UntilAsync(() => Task.FromResult(!File.Exists(path)), () => "the file was not taken\n" + host.Output);
        await Wait.UntilAsync(
            () => Task.FromResult(Directory.EnumerateFiles(data.In("arkiv"), "*", SearchOption.AllDirectories).Any(f => File.ReadAllBytes(f).SequenceEqual(expected))),
            () => "the archive has not the whole file\n" + host.Output);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static IReadOnlyList<string> Quarantined(DataFolder data) => Directory.Exists(data.In("karantan"))
        ? [.. Directory.GetDirectories(data.In("karantan")).Where(d => !Path.GetFileName(d).StartsWith('.')).SelectMany(d => Directory.GetFiles(d)).Where(f => Path.GetFileName(f) != "ORSAK.txt")]
        : [];
}
