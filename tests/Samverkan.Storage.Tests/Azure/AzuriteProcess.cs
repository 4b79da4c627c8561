using System.Diagnostics;
using Samverkan.Formats.Tests.Servers;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>Azurite in a process of its own, which ends with its tests. It can be stopped and started again on the same data.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azurite-");
    private Process? _process;
    private string[] _ports = ["0", "0", "0"];

    /// <summary>Why it cannot run; null where it can.</summary>
    public static string? Missing { get; } = TestServers.MissingFor("azurite");

    public string ConnectionString =>
        $"AccountName=devstoreaccount1;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{_ports[0]}/devstoreaccount1;"
        + $"QueueEndpoint=http://127.0.0.1:{_ports[1]}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{_ports[2]}/devstoreaccount1";

    public static async Task<AzuriteProcess> StartAsync()
    {
        var azurite = new AzuriteProcess();
        await azurite.RestartAsync();
        return azurite;
    }

    /// <summary>Starts it on the ports and the data that it had.</summary>
    public async Task RestartAsync()
    {
        var start = new ProcessStartInfo(TestServers.Node()!)
        {
            WorkingDirectory = TestServers.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["azurite.mjs", "--follow-stdin", "--folder", _folder.FullName, "--ports", string.Join(',', _ports)])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(90));
        _ports = line!.Split(' ');
    }

    /// <summary>Stops it; what was answered is on disk.</summary>
    public async Task StopAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }
}
