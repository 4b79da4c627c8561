using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;
using Samverkan.Functions;
using Samverkan.Storage.Local;

namespace Benchmarks;

/// <summary>A deadline sweep with nothing to do, against reading as many rows of the agenda from the same store.</summary>
internal static class SweepBenchmark
{
    private const int Rounds = 11;

    public static async Task RunAsync(TextWriter output)
    {
        foreach (var obligations in (int[])[1_000, 10_000])
        {
            var (sweep, read) = await MeasureAsync(obligations);
            output.WriteLine(FormattableString.Invariant(
                $"sweep with nothing to do, {obligations} obligations: {sweep:0.00} ms (median of {Rounds}); reading all their agenda rows takes {read:0.00} ms, ratio {sweep / read:0.00}"));
        }
    }

    private static async Task<(double Sweep, double Read)> MeasureAsync(int obligations)
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
        try
        {
            var clock = new SimulatedClock(Instant.FromUtc(2026, 1, 12, 9, 0));
            await using var services = new ServiceCollection()
                .AddLogging()
                .AddSamverkanHost(
                    HostSettings.Read(new ConfigurationBuilder().Build()),
                    new LocalStorageOptions { DataFolder = folder, Stillness = Duration.Zero, Durable = false },
                    clock,
                    demo: true)
                .BuildServiceProvider();
            var (errors, _) = await services.GetRequiredService<RegisterBook>().ImportAsync(Register(obligations), CancellationToken.None);
            if (errors.Count > 0) throw new InvalidOperationException(errors[0].ToString());
            var sweep = services.GetRequiredService<DeadlineSweep>();
            await sweep.RunAsync(CancellationToken.None);
            var agenda = services.GetRequiredService<IAgenda>();
            return (
                await MedianAsync(async () => await sweep.RunAsync(CancellationToken.None)),
                await MedianAsync(async () => await CountAsync(agenda.DueAsync(Instant.FromUtc(2099, 1, 1, 0, 0), CancellationToken.None))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        await work();
        List<double> times = [];
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static async Task CountAsync(IAsyncEnumerable<AgendaRow> rows)
    {
        var count = 0;
        await foreach (var row in rows) count += row.DueAt is null ? 0 : 1;
        if (count == 0) throw new InvalidOperationException("The agenda is empty.");
    }

    private static byte[] Register(int obligations)
    {
        var agreements = Enumerable.Range(0, obligations).Select(i => string.Create(CultureInfo.InvariantCulture,
            $$"""
            { "id": "avtal-{{i}}", "kind": "cooperation", "title": "Avtal {{i}}", "from": "2026-01-01", "to": "2026-12-31", "responsible": ["ansvarig"],
              "obligations": [ { "id": "plan", "title": "Plan {{i}}", "due": "--{{1 + (i % 6) + 6:00}}-{{1 + (i % 28):00}}", "planYear": "same", "reminders": ["P7D"], "recipients": ["mottagare"] } ] }
            """));
        return Encoding.UTF8.GetBytes(
            $$"""
            { "municipality": "Exempel kommun", "inUseFrom": "2026-01-01",
              "contacts": [
                { "id": "ansvarig", "name": "Ansvarig", "channel": { "type": "email", "address": "a@kommun.example" } },
                { "id": "mottagare", "name": "Mottagare", "channel": { "type": "email", "address": "m@region.example" } } ],
              "agreements": [ {{string.Join(",\n", agreements)}} ] }
            """);
    }
}
