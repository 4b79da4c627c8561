using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Samverkan.Signals;

namespace Samverkan.Tests.Signals;

/// <summary>What a collector hears of one composition.</summary>
internal sealed class Heard : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _traces;

    internal Heard(Instrumentation instrumentation)
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, instrumentation.Meter)) listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        _meters.SetMeasurementEventCallback<int>((i, value, tags, _) => Add(i, value, tags));
        _meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        _meters.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, instrumentation.Traces),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Traces.Enqueue,
        };
        ActivitySource.AddActivityListener(_traces);
    }

    /// <summary>Each measurement as <c>name{tag=value,…}</c> with its value.</summary>
    internal ConcurrentQueue<(string Of, double Value)> Measurements { get; } = new();

    internal ConcurrentQueue<Activity> Traces { get; } = new();

    internal double Sum(string of) => Measurements.Where(m => m.Of == of).Sum(m => m.Value);

    /// <summary>What the gauges show now.</summary>
    internal IReadOnlyDictionary<string, double> Gauges()
    {
        Measurements.Clear();
        _meters.RecordObservableInstruments();
        return Measurements.ToDictionary(m => m.Of, m => m.Value, StringComparer.Ordinal);
    }

    /// <summary>Everything heard, as text.</summary>
    internal string Everything() => string.Join('\n', Measurements.Select(m => m.Of)
        .Concat(Traces.SelectMany(t => t.TagObjects.Select(tag => $"{t.DisplayName} {tag.Key}={(tag.Value is string[] many ? string.Join(' ', many) : tag.Value)} {t.StatusDescription}"))));

    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Measurements.Enqueue(
        ($"{instrument.Name}{{{string.Join(',', tags.ToArray().OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}"))}}}", value));
}
