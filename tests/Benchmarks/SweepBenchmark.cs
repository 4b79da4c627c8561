using System.Diagnostics;

namespace Benchmarks;

/// <summary>The deadline sweep against what it must read, its memory, and the agenda's rebuild.</summary>
internal static class SweepBenchmark
{
    private const int Rounds = 5;
    private static readonly int[] Sizes = [1_000, 100_000];

    public static async Task RunAsync(TextWriter output)
    {
        var live = new Dictionary<int, double>();
        foreach (var obligations in Sizes)
        {
            await using var town = await SweepTown.BuildAsync(obligations);
            output.WriteLine(FormattableString.Invariant($"sweep, {obligations} obligations of a year:"));
            await MeasureTimesAsync(town, output);
            live[obligations] = await PeakAsync(town);
        }

        output.WriteLine(FormattableString.Invariant(
            $"sweep, peak of live heap over what the register takes: {string.Join(", ", Sizes.Select(n => $"{live[n]:0.0} MB for {n}"))} (target: does not grow with their number)"));
    }

    private static async Task MeasureTimesAsync(SweepTown town, TextWriter output)
    {
        List<double> idle = [], read = [], together = [], sweep = [], rebuild = [];
        await town.Sweep.RunAsync(CancellationToken.None);
        for (var i = 0; i < Rounds; i++)
        {
            idle.Add(await TimeAsync(() => town.Sweep.RunAsync(CancellationToken.None)));
            rebuild.Add(await TimeAsync(() => town.Agenda.RebuildAsync(CancellationToken.None)));
            await town.MakeDueAsync();
            read.Add(await TimeAsync(town.ReadAsync));
            together.Add(await TimeAsync(town.ReadTogetherAsync));
            sweep.Add(await TimeAsync(town.SweepDueAsync));
        }

        // The best of the rounds: whatever else the machine does makes a round slower, never faster.
        output.WriteLine(FormattableString.Invariant($"  nothing due: {idle.Min():0.00} ms (target for 1000: under 20 ms)"));
        output.WriteLine(FormattableString.Invariant(
            $"  all due: {sweep.Min():0} ms; reading the same rows, and their streams one by one, from the store: {read.Min():0} ms; ratio {sweep.Min() / read.Min():0.00} (target: at most 2)"));
        output.WriteLine(FormattableString.Invariant(
            $"    reading them as the sweep does, 64 streams together: {together.Min():0} ms; ratio {sweep.Min() / together.Min():0.00}"));
        output.WriteLine(FormattableString.Invariant($"  working out the whole agenda anew: {rebuild.Min():0} ms; ratio {rebuild.Min() / read.Min():0.00}"));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    // What is alive is looked at while the sweep runs: garbage says more about the machine than about the program.
    private static async Task<double> PeakAsync(SweepTown town)
    {
        await town.MakeDueAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        var sweep = Task.Run(town.SweepDueAsync);
        while (!sweep.IsCompleted)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            await Task.WhenAny(sweep, Task.Delay(500));
        }

        await sweep;
        return (peak - before) / 1048576d;
    }
}
