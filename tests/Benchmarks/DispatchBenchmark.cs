using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samverkan.Dispatch.Channels;

namespace Benchmarks;

/// <summary>
/// Durable deliveries a second where the channel costs nothing, against as many durable jobs of Quartz.NET that do nothing,
/// on the same disk: with its own settings, with as many at once as the host has, and with our journal besides.
/// </summary>
internal static class DispatchBenchmark
{
    private const int Warm = 4;
    private const int Rounds = 5;
    private const int Boards = 25;
    private const int Plans = 160;
    private const int Deliveries = Boards * Plans;

    private static readonly (string Name, int? AtOnce, bool Ahead)[] Quartz =
    [
        ("with its own settings", null, false),
        (FormattableString.Invariant($"with {DispatchTown.HostAtOnce} threads and batches of as many, as the host has"), DispatchTown.HostAtOnce, false),
        ("the same with a write-ahead log flushed at each commit, as ours is", DispatchTown.HostAtOnce, true),
    ];

    public static async Task RunAsync(TextWriter output)
    {
        var (ours, one, theirs) = (new List<double>(), new List<double>(), Quartz.Select(_ => new List<double>()).ToArray());
        for (var i = 0; i < Warm + Rounds; i++)
        {
            ours.Add(await OursAsync(Boards, Plans));
            one.Add(await OursAsync(Deliveries, plans: 1));
            for (var k = 0; k < Quartz.Length; k++) theirs[k].Add(await TheirsAsync(Quartz[k].AtOnce, Quartz[k].Ahead));
        }

        await output.WriteLineAsync(FormattableString.Invariant(
            $"dispatch, {Deliveries} durable deliveries through an instant channel (medians of {Rounds} rounds): {PerSecond(ours):0} a second in {Plans} streams, {PerSecond(one):0} in one"));
        for (var k = 0; k < Quartz.Length; k++)
        {
            var jobs = PerSecond(theirs[k]);
            await output.WriteLineAsync(FormattableString.Invariant(
                $"  Quartz.NET's job store on SQLite {Quartz[k].Name}: {jobs:0} jobs a second, ratio {PerSecond(ours) / jobs:0.0} and {PerSecond(one) / jobs:0.0}{(k == 0 ? " (target: at least 10)" : "")}"));
        }
    }

    // The first rounds are left out, of both: the runtime compiles the programs then.
    private static double PerSecond(IEnumerable<double> seconds) => Deliveries / Timing.Median([.. seconds.Skip(Warm)]);

    private static async Task<double> OursAsync(int boards, int plans)
    {
        await using var town = await DispatchTown.BuildAsync(boards, plans, durable: true, services =>
        {
            services.RemoveAll<IChannel>();
            services.AddSingleton<IChannel>(new InstantChannel());
        });
        return await town.DispatchAsync();
    }

    private static async Task<double> TheirsAsync(int? atOnce, bool ahead)
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
        var seconds = await QuartzJobs.RunAsync(folder, Deliveries, atOnce, ahead);
        Directory.Delete(folder, recursive: true);
        return seconds;
    }
}
