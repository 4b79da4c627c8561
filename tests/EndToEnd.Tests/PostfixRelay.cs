using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>
/// Debian's Postfix as a relay: it takes mail over TLS alone, for the recipients that it knows, and hands it to the next
/// server, or throws it away where there is none. Processes, ports, settings, queue and log are its own, and gone with the test.
/// </summary>
internal sealed class PostfixRelay : IAsyncDisposable
{
    private const string Master = "/usr/lib/postfix/sbin/master";

    private readonly DirectoryInfo _folder;
    private readonly Process _master;

    private PostfixRelay(DirectoryInfo folder, Process master, int port, int implicitPort) =>
        (_folder, _master, Port, ImplicitPort) = (folder, master, port, implicitPort);

    /// <summary>Why it cannot run here; null where it can.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess ? "Postfix is started as root on Linux alone."
        : !File.Exists(Master) ? "Postfix is not installed."
        : null;

    /// <summary>Where it asks for STARTTLS.</summary>
    public int Port { get; }

    /// <summary>Where TLS begins with the first byte.</summary>
    public int ImplicitPort { get; }

    public string Log => Path.Combine(_folder.FullName, "log") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    /// <summary>Starts it and waits until it greets. It knows every given recipient, and no other of their domains.</summary>
    public static async Task<PostfixRelay> StartAsync(CertificateFiles certificate, int? nextPort, params string[] recipients)
    {
        for (var tries = 1; ; tries++)
        {
            var folder = Directory.CreateTempSubdirectory("relay-");
            var (port, implicitPort) = FreePorts();
            PostfixSettings.Write(folder.FullName, certificate, nextPort, recipients, port, implicitPort);
            // Its processes are another user's, who must find the way to the queue.
            await RunAsync("chmod", "755", folder.FullName);
            await RunAsync("chown", "postfix", Path.Combine(folder.FullName, "data"));
            await RunAsync("/usr/sbin/postfix", "-c", folder.FullName, "check");

            // Should the test be killed, it ends by itself: nothing is left running for long.
            var relay = new PostfixRelay(folder, Process.Start(Master, ["-c", folder.FullName, "-s", "-e", "1800"]), port, implicitPort);
            if (await GreetsAsync(relay)) return relay;
            var log = relay.Log;
            await relay.DisposeAsync();
            if (tries == 3) throw new InvalidOperationException("The relay did not start:\n" + log);
        }
    }

    /// <summary>Waits until it has done with all that it has taken.</summary>
    public Task UntilQuietAsync() => Wait.UntilAsync(() => Task.FromResult(IsQuiet), () => Log);

    public async ValueTask DisposeAsync()
    {
        if (!_master.HasExited) await RunAsync("kill", "-TERM", _master.Id.ToString(CultureInfo.InvariantCulture));
        await _master.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        _master.Dispose();

        // The master's children end at the same signal, but nobody waits for them.
        await Wait.UntilAsync(() => Task.FromResult(IsGone(_folder)), () => _folder.FullName);
    }

    private bool IsQuiet => ((string[])["maildrop", "incoming", "active"])
        .All(queue => !Directory.EnumerateFiles(Path.Combine(_folder.FullName, "queue", queue), "*", SearchOption.AllDirectories).Any());

    private static async Task<bool> GreetsAsync(PostfixRelay relay)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60) && !relay._master.HasExited; await Task.Delay(100))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, relay.Port);
                using var reader = new StreamReader(client.GetStream());
                if (await reader.ReadLineAsync() is { } line && line.StartsWith("220 relay.kommun.example", StringComparison.Ordinal)) return true;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // It does not listen yet.
            }
        }

        return false;
    }

    private static (int, int) FreePorts()
    {
        using TcpListener one = new(IPAddress.Loopback, 0), two = new(IPAddress.Loopback, 0);
        one.Start();
        two.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)two.LocalEndpoint).Port);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static bool IsGone(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false; // Somebody still wrote in it.
        }
    }
}
