using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Samverkan.Signals;

/// <summary>
/// The meter and the source of traces, both named <c>Samverkan</c>: one of each for every composition of the product, so
/// that hosts in one process are told apart. Instruments are made on them where things happen; README lists them. No tag
/// holds personal data: ids of deliveries, names of streams and hosts, and codes.
/// </summary>
public sealed class Instrumentation : IDisposable
{
    /// <summary>What collectors know the meter and the source by.</summary>
    public const string Name = "Samverkan";

    // From a blink to the longest that a try or a sweep may take.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600],
    };

    /// <summary>The meter.</summary>
    public Meter Meter { get; } = new(Name);

    /// <summary>The source of traces.</summary>
    public ActivitySource Traces { get; } = new(Name);

    /// <summary>Makes a histogram of durations in seconds.</summary>
    internal Histogram<double> Durations(string name, string description) =>
        Meter.CreateHistogram(name, "s", description, tags: null, Seconds);

    /// <inheritdoc/>
    public void Dispose()
    {
        Meter.Dispose();
        Traces.Dispose();
    }
}
