using Benchmarks;

// Each figure stands with what it is measured against in the same run: machines differ, ratios less.
await SweepBenchmark.RunAsync(Console.Out);
await WaitingBenchmark.RunAsync(Console.Out);
MinutesBenchmark.Run(Console.Out);
await StorageBenchmark.RunAsync(Console.Out);
