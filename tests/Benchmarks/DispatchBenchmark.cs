using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samverkan.Dispatch.Channels;

namespace Benchmarks;

/// <summary>
/// Durable deliveries a second where the channel costs nothing, against as many durable jobs of Quartz.NET that do nothing,
/// on the same disk with as many at once.
/// </summary>
internal static class DispatchBenchmark
{
    private const int Warm = 6;
    private const int Rounds = 5;
    private const int Boards = 25;
    private const int Plans = 40;
    private const int Deliveries = Boards * Plans;

    public static async Task RunAsync(TextWriter output)
    {
        List<double> ours = [], one = [], theirs = [], tuned = [];
        for (var i = 0; i < Warm + Rounds; i++)
        {
            ours.Add(await OursAsync(Boards, Plans));
            one.Add(await OursAsync(Deliveries, plans: 1));
            theirs.Add(await TheirsAsync(tuned: false));
            tuned.Add(await TheirsAsync(tuned: true));
        }

        var (jobs, flushed) = (PerSecond(theirs), PerSecond(tuned));
        output.WriteLine(FormattableString.Invariant(
            $"dispatch, {Deliveries} durable deliveries through an instant channel (medians of {Rounds} rounds): {PerSecond(ours):0} a second in {Plans} streams, {PerSecond(one):0} in one"));
        output.WriteLine(FormattableString.Invariant(
            $"  Quartz.NET's job store on SQLite: {jobs:0} jobs a second, ratio {PerSecond(ours) / jobs:0.0} and {PerSecond(one) / jobs:0.0} (target: at least 10)"));
        output.WriteLine(FormattableString.Invariant(
            $"  the same with a write-ahead log flushed at each commit: {flushed:0} jobs a second, ratio {PerSecond(ours) / flushed:0.0} and {PerSecond(one) / flushed:0.0}"));
    }

    // The first rounds are left out, of both: the runtime compiles the programs then.
    private static double PerSecond(IEnumerable<double> seconds) => Deliveries / Timing.Median([.. seconds.Skip(Warm)]);

    private static async Task<double> OursAsync(int boards, int plans)
    {
        await using var town = await DispatchTown.BuildAsync(boards, plans, services =>
        {
            services.RemoveAll<IChannel>();
            services.AddSingleton<IChannel, InstantChannel>();
        });
        return await town.DispatchAsync();
    }

    private static async Task<double> TheirsAsync(bool tuned)
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
        var seconds = await QuartzJobs.RunAsync(folder, Deliveries, DispatchTown.HostAtOnce, tuned);
        Directory.Delete(folder, recursive: true);
        return seconds;
    }
}
