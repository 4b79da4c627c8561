using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>Waits for something to become true; fails, and says what, when it does not.</summary>
internal static class Wait
{
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> what, TimeSpan? most = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (most ?? TimeSpan.FromSeconds(60))) throw new TimeoutException("It did not happen in time: " + what());
            await Task.Delay(100);
        }
    }
}
