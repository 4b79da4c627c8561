using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Functions;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Benchmarks;

/// <summary>A dispatch sweep while deliveries wait for their next try: 100,000 of them against 1,000.</summary>
internal static class WaitingBenchmark
{
    private const int Rounds = 15;
    private const int AStream = 500;

    public static async Task RunAsync(TextWriter output)
    {
        var few = await MeasureAsync(1_000);
        var many = await MeasureAsync(100_000);
        output.WriteLine(FormattableString.Invariant(
            $"dispatch sweep with 100000 deliveries waiting: {many:0.00} ms (median of {Rounds}); with 1000 {few:0.00} ms, ratio {many / few:0.00}"));
    }

    private static async Task<double> MeasureAsync(int count)
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
            await FillAsync(services, count, clock.GetCurrentInstant());
            clock.MoveTo(clock.GetCurrentInstant() + Duration.FromMinutes(1));
            var sweep = services.GetRequiredService<DispatchSweep>();
            List<double> times = [];
            for (var i = 0; i <= Rounds; i++)
            {
                var watch = Stopwatch.StartNew();
                if (await sweep.RunAsync(CancellationToken.None) != 0) throw new InvalidOperationException("A delivery that waits was due.");
                if (i > 0) times.Add(watch.Elapsed.TotalMilliseconds);
            }

            return times.Order().ElementAt(Rounds / 2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // As many streams as a municipality has agreements and years, whatever the number of deliveries.
    private static async Task FillAsync(IServiceProvider services, int count, Instant now)
    {
        var (errors, _) = await services.GetRequiredService<RegisterBook>().ImportAsync(Register(), CancellationToken.None);
        if (errors.Count > 0) throw new InvalidOperationException(errors[0].ToString());
        var log = services.GetRequiredService<IDeliveryLog>();
        for (var stream = 0; stream < count / AStream; stream++)
        {
            var id = StreamId.OfAgreement("avtal", 1000 + stream);
            var rows = Enumerable.Range(0, AStream).Select(i => new DeliveryRow(
                DeliveryId.Of(id, i.ToString(CultureInfo.InvariantCulture), "mottagare", DeliveryVersion.Decision), 0, "avtal", null, 1000 + stream, DeliveryVersion.Decision,
                $"mottagare-{i % 100}", DeliveryState.Waiting, 1 + (i % 3), now, null, now + Duration.FromHours(1 + (i % 24)), []));
            await log.UpsertAsync([.. rows], CancellationToken.None);
        }
    }

    private static byte[] Register() => Encoding.UTF8.GetBytes(
        """
        { "municipality": "Exempel kommun", "inUseFrom": "2026-01-01",
          "contacts": [ { "id": "ansvarig", "name": "Ansvarig", "channel": { "type": "email", "address": "a@kommun.example" } } ],
          "agreements": [ { "id": "avtal", "kind": "actionPlan", "title": "Avtal", "from": "2026-01-01", "to": "2026-12-31", "responsible": ["ansvarig"], "obligations": [] } ] }
        """);
}
