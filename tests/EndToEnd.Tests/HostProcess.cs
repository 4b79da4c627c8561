using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>The program as users start it, in a process of its own, on a data folder of its own.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Samverkan.Functions.dll");

    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    public HttpClient Http { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public string Output => string.Join('\n', _output);

    /// <summary>Starts <c>run</c> on a data folder that has a register; the settings are environment variables.</summary>
    public static Task<HostProcess> StartAsync(string data, params (string Name, string Value)[] settings) =>
        StartAsync(["run", "--data", data, "--urls", "http://127.0.0.1:0"], settings);

    /// <summary>Starts <c>demo</c> and waits until it serves the pages.</summary>
    public static Task<HostProcess> StartDemoAsync(string data) => StartAsync(["demo", "--data", data, "--urls", "http://127.0.0.1:0"], []);

    private static async Task<HostProcess> StartAsync(string[] arguments, (string Name, string Value)[] settings)
    {
        var host = Launch(arguments, settings);
        var first = await Task.WhenAny(host._started.Task, host._process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(180)));
        if (first != host._started.Task) throw new InvalidOperationException("The host did not start:\n" + host.Output);
        host.Address = await host._started.Task;
        host.Http = new HttpClient { BaseAddress = host.Address };
        return host;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>Runs a verb to its end, with settings.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync((string Name, string Value)[] settings, params string[] arguments)
    {
        using var process = Process.Start(Info(arguments, settings))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Ends it as a service manager does. Not SIGINT: what a shell starts in the background, a test run too, ignores that.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static HostProcess Launch(string[] arguments, (string Name, string Value)[] settings)
    {
        var host = new HostProcess(new Process { StartInfo = Info(arguments, settings), EnableRaisingEvents = true });
        host._process.OutputDataReceived += (_, e) => host.Take(e.Data);
        host._process.ErrorDataReceived += (_, e) => host.Take(e.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private static ProcessStartInfo Info(string[] arguments, (string Name, string Value)[] settings)
    {
        var info = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in settings) info.Environment[name] = value;
        return info;
    }

    private void Take(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (Greeting().Match(line) is { Success: true } match) _started.TrySetResult(new Uri(match.Groups["url"].Value));
    }

    [GeneratedRegex(@"Samverkan kör på (?<url>http://[^ ,]+?)[.,] ", RegexOptions.None, 1000)]
    private static partial Regex Greeting();
}
