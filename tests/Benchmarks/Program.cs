using Benchmarks;

// Each figure stands with what it is measured against in the same run: machines differ, ratios less. "storage" runs the
// last alone.
if (args is not ["storage"])
{
    MinutesBenchmark.Run(Console.Out);
    DocumentBenchmark.Run(Console.Out);
    await SweepBenchmark.RunAsync(Console.Out);
    await WaitingBenchmark.RunAsync(Console.Out);
}

await StorageBenchmark.RunAsync(Console.Out);
