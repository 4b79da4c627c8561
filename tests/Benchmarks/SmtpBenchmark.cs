using System.Diagnostics;
using System.Globalization;
using EndToEnd.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Formats.Tests.Servers;

namespace Benchmarks;

/// <summary>
/// Deliveries by SMTP to a server on the machine, against a bare loop of the same client with the same messages and as many
/// at once: to Postfix over TLS; to the npm server, which keeps nothing safe and so is the quickest that there is; and to
/// the same when it waits before it answers, as a server on a machine of its own that looks through each message does. The
/// ratio is the median of the rounds' own, since the servers make the machine's speed vary more than ours from round to round;
/// what a server still does with the mail that it has taken is waited for, so that neither half pays for the other's.
/// </summary>
internal static class SmtpBenchmark
{
    private const int Warm = 4;
    private const int Rounds = 9;
    private const int Boards = 25;
    private const int Plans = 60;
    private const int Pause = 50;
    private const string Host = "127.0.0.1";

    public static async Task RunAsync(TextWriter output)
    {
        await PostfixAsync(output);
        await NpmAsync("the npm server", output);
        await NpmAsync(FormattableString.Invariant($"the npm server when it waits {Pause} ms a message"), output, "--delay", FormattableString.Invariant($"{Pause}"));
    }

    private static async Task PostfixAsync(TextWriter output)
    {
        if (PostfixRelay.Missing is { } missing)
        {
            await output.WriteLineAsync($"dispatch by SMTP to Postfix: skipped: {missing}");
            return;
        }

        using var files = new CertificateFiles(TestCertificates.Valid);
        var recipients = Enumerable.Range(1, Boards).Select(i => FormattableString.Invariant($"n-{i}@kommun.example"));
        await using var relay = await PostfixRelay.StartAsync(files, nextPort: null, [.. recipients]);
        await MeasureAsync("Postfix over TLS", Options(relay.Port, MailSecurity.Required, files.Root), relay.UntilQuietAsync, output);
    }

    private static async Task NpmAsync(string name, TextWriter output, params string[] arguments)
    {
        if (TestServers.Node() is not { } node || !Directory.Exists(Path.Combine(TestServers.Folder, "node_modules")))
        {
            await output.WriteLineAsync($"dispatch by SMTP to {name}: skipped: node or the server is not installed; ./test.sh installs the server");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
        using var server = Start(node, folder, arguments);
        var port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        await MeasureAsync(name, Options(port, MailSecurity.Off), () => Task.CompletedTask, output);
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static MailOptions Options(int port, MailSecurity security, string? root = null) =>
        new() { Host = Host, Port = port, Security = security, From = "samverkan@kommun.example", TrustedRootFile = root };

    private static async Task MeasureAsync(string server, MailOptions options, Func<Task> quiet, TextWriter output)
    {
        List<double> ours = [], bare = [];
        for (var i = 0; i < Warm + Rounds; i++)
        {
            var (product, loop) = await RoundAsync(options, quiet);
            if (i < Warm) continue; // the runtime compiles the programs then
            ours.Add(product);
            bare.Add(loop);
        }

        var ratios = ours.Zip(bare, (product, loop) => loop / product).ToArray();
        var ratio = Timing.Median(ratios);
        var (a, b) = (Boards * Plans / Timing.Median(ours), Boards * Plans / Timing.Median(bare));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"dispatch by SMTP to {server}: {a:0} deliveries a second (median of {Rounds} rounds of {Boards * Plans}); a bare loop of the client: {b:0} messages a second; ratio {ratio:0.00}, from {ratios.Min():0.00} to {ratios.Max():0.00} (target: at least 0.9)"));
    }

    private static Process Start(string node, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(node) { UseShellExecute = false, WorkingDirectory = TestServers.Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["smtp.mjs", "--follow-stdin", "--folder", folder, .. arguments]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<(double Product, double Loop)> RoundAsync(MailOptions options, Func<Task> quiet)
    {
        await using var sending = new RecordingTransport(new SmtpTransport(options, NullLogger<SmtpTransport>.Instance));
        await using var town = await DispatchTown.BuildAsync(Boards, Plans, durable: true, services => services.AddSingleton<IMailTransport>(sending), Settings(options));
        await quiet();
        var product = await town.DispatchAsync();
        await quiet();
        await using var bare = new SmtpTransport(options, NullLogger<SmtpTransport>.Instance);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(sending.Sent, new ParallelOptions { MaxDegreeOfParallelism = DispatchTown.AtOnce }, async (message, stop) =>
        {
            // A copy, which the client has not laid out yet: that is its work in the loop as in the product.
            if ((await bare.SendAsync(message with { }, null, stop)).Outcome is not AttemptOutcome.HandedOver) throw new InvalidOperationException("A message was refused.");
        });
        return (product, watch.Elapsed.TotalSeconds);
    }

    private static (string, string)[] Settings(MailOptions options) =>
    [
        ("Smtp:Host", Host), ("Smtp:Port", options.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp:Security", options.Security.ToString()),
        ("Smtp:From", options.From!), ("Smtp:TrustedRootFile", options.TrustedRootFile ?? ""),
    ];
}
