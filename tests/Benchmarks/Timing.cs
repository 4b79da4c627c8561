using System.Diagnostics;

namespace Benchmarks;

/// <summary>Taking times of what runs by itself.</summary>
internal static class Timing
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The seconds from the start until it is done, looked at every 5 milliseconds; the stop is not in them.</summary>
    public static async Task<double> SecondsAsync(Func<Task> start, Func<Task<bool>> done, Func<Task> stop)
    {
        var watch = Stopwatch.StartNew();
        await start();
        while (!await done())
        {
            if (watch.Elapsed > Patience) throw new TimeoutException("It was not done in five minutes.");
            await Task.Delay(5);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        await stop();
        return seconds;
    }

    /// <summary>The middle one.</summary>
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
