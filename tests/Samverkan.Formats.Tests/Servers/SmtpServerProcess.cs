using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Tests.Servers;

/// <summary>The npm server <c>smtp.mjs</c> in a process of its own, with a folder of what it received.</summary>
internal sealed class SmtpServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private SmtpServerProcess(Process process, DirectoryInfo folder, int port)
    {
        this.process = process;
        this.folder = folder;
        Port = port;
    }

    public int Port { get; }

    public static async Task<SmtpServerProcess> StartAsync(params string[] arguments)
    {
        var received = Directory.CreateTempSubdirectory("smtp-server-");
        var start = new ProcessStartInfo(TestServers.Node()!)
        {
            WorkingDirectory = TestServers.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["smtp.mjs", "--follow-stdin", "--folder", received.FullName, .. arguments])
            start.ArgumentList.Add(argument);
        var server = Process.Start(start)!;
        var line = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return new SmtpServerProcess(server, received, int.Parse(line!, CultureInfo.InvariantCulture));
    }

    public IReadOnlyList<byte[]> Messages() =>
        [.. folder.GetFiles("*.eml").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllBytes(file.FullName))];

    /// <summary>Every message with its envelope, in order.</summary>
    public IReadOnlyList<(JsonElement Envelope, byte[] Message)> Received() =>
    [
        .. folder.GetFiles("*.eml").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file =>
            (JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file.FullName, ".json"))).RootElement, File.ReadAllBytes(file.FullName))),
    ];

    /// <summary>What each connection said, in order, as the server has noted it so far; it is started with <c>--journal</c>.</summary>
    public IReadOnlyList<(int Connection, string What)> Journal()
    {
        var file = new FileInfo(Path.Combine(folder.FullName, "journal.txt"));
        return !file.Exists ? [] :
        [
            .. File.ReadAllLines(file.FullName).Select(line => line.Split(' ')).Select(words => (int.Parse(words[0], CultureInfo.InvariantCulture), words[1])),
        ];
    }

    public MimeEntity Message() => MimeReader.Read(Assert.Single(Messages()));

    public JsonElement Envelope() =>
        JsonDocument.Parse(File.ReadAllText(Assert.Single(folder.GetFiles("*.json")).FullName)).RootElement;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
