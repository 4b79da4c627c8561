using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samverkan.Dispatch.Channels;
using Samverkan.Formats.Tests.Servers;

namespace Benchmarks;

/// <summary>Deliveries by SMTP to a local server, against a bare loop of the same client with the same messages and as many at once.</summary>
internal static class SmtpBenchmark
{
    private const int Warm = 8;
    private const int Rounds = 5;
    private const int Boards = 25;
    private const int Plans = 20;

    public static async Task RunAsync(TextWriter output)
    {
        if (TestServers.Node() is not { } node)
        {
            await output.WriteLineAsync("dispatch by SMTP: skipped: node is not installed");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
        using var server = Start(node, folder);
        var port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        List<double> ours = [], bare = [];
        for (var i = 0; i < Warm + Rounds; i++)
        {
            var (product, loop) = await RoundAsync(port);
            if (i < Warm) continue; // the runtime compiles the programs then
            ours.Add(product);
            bare.Add(loop);
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        var (a, b) = (Boards * Plans / Timing.Median(ours), Boards * Plans / Timing.Median(bare));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"dispatch by SMTP to a local server: {a:0} deliveries a second (median of {Rounds} rounds of {Boards * Plans}); a bare loop of the client: {b:0} messages a second; ratio {a / b:0.00} (target: at least 0.9)"));
    }

    private static Process Start(string node, string folder)
    {
        var start = new ProcessStartInfo(node) { UseShellExecute = false, WorkingDirectory = TestServers.Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["smtp.mjs", "--follow-stdin", "--folder", folder]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<(double Product, double Loop)> RoundAsync(int port)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.Off, From = "samverkan@kommun.example" };
        await using var sending = new RecordingTransport(new SmtpTransport(options, NullLogger<SmtpTransport>.Instance));
        await using var town = await DispatchTown.BuildAsync(
            Boards, Plans, services => services.AddSingleton<IMailTransport>(sending),
            ("Smtp:Host", options.Host), ("Smtp:Port", port.ToString(CultureInfo.InvariantCulture)), ("Smtp:Security", "Off"), ("Smtp:From", options.From));
        var product = await town.DispatchAsync();
        await using var bare = new SmtpTransport(options, NullLogger<SmtpTransport>.Instance);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(sending.Sent, new ParallelOptions { MaxDegreeOfParallelism = DispatchTown.AtOnce }, async (message, stop) =>
        {
            if ((await bare.SendAsync(message, null, stop)).Outcome is not Samverkan.Dispatch.AttemptOutcome.HandedOver) throw new InvalidOperationException("A message was refused.");
        });
        return (product, watch.Elapsed.TotalSeconds);
    }
}
