using Benchmarks;

// Each figure stands with what it is measured against in the same run: machines differ, ratios less.
MinutesBenchmark.Run(Console.Out);
DocumentBenchmark.Run(Console.Out);
await SweepBenchmark.RunAsync(Console.Out);
await WaitingBenchmark.RunAsync(Console.Out);
await StorageBenchmark.RunAsync(Console.Out);
