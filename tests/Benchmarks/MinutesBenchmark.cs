using System.Diagnostics;
using System.Text;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Benchmarks;

/// <summary>Reading minutes: extracts a second on one core, from bytes to fields.</summary>
internal static class MinutesBenchmark
{
    private const int Rounds = 5;
    private const int Extracts = 5_000;

    public static void Run(TextWriter output)
    {
        var samples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "demo"), "*.txt").Select(File.ReadAllBytes).ToArray();
        var texts = FileTextReader.Create(TimeProvider.System);
        double[] seconds = [.. Enumerable.Range(0, Rounds + 1).Select(_ => Time(samples, texts)).Skip(1).Order()];
        var decode = Enumerable.Range(0, Rounds + 1).Select(_ => Decode(samples)).Skip(1).Min();
        var best = seconds[0];
        output.WriteLine(FormattableString.Invariant(
            $"minutes: {Extracts / best:0} extracts a second on one core (best of {Rounds}; target: 10000); {best / decode:0} times decoding the same bytes as UTF-8"));
    }

    private static double Time(byte[][] samples, FileTextReader texts)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Extracts; i++)
        {
            using var content = new MemoryStream(samples[i % samples.Length], writable: false);
            if (!MinutesReader.Read(texts.Read(content, "utdrag.txt").Text!).IsMinutes) throw new InvalidOperationException("A sample was not read as minutes.");
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static double Decode(byte[][] samples)
    {
        var watch = Stopwatch.StartNew();
        var length = 0L;
        for (var i = 0; i < Extracts; i++) length += Encoding.UTF8.GetString(samples[i % samples.Length]).Length;
        return length > 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException("The samples are empty.");
    }
}
