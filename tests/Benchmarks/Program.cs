using Benchmarks;

// Each figure stands with what it is measured against in the same run: machines differ, ratios less. A name, such as
// "dispatch", runs one alone.
(string Name, Func<TextWriter, Task> Run)[] benchmarks =
[
    ("minutes", Of(MinutesBenchmark.Run)),
    ("documents", Of(DocumentBenchmark.Run)),
    ("sweep", SweepBenchmark.RunAsync),
    ("waiting", WaitingBenchmark.RunAsync),
    ("dispatch", DispatchBenchmark.RunAsync),
    ("smtp", SmtpBenchmark.RunAsync),
    ("storage", StorageBenchmark.RunAsync),
];
foreach (var (name, run) in benchmarks)
    if (args.Length == 0 || args.Contains(name, StringComparer.Ordinal)) await run(Console.Out);

static Func<TextWriter, Task> Of(Action<TextWriter> run) => output =>
{
    run(output);
    return Task.CompletedTask;
};
