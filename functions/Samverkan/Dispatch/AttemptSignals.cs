using System.Diagnostics;
using System.Diagnostics.Metrics;
using Samverkan.Signals;

namespace Samverkan.Dispatch;

/// <summary>Counts, times and traces tries.</summary>
public sealed class AttemptSignals
{
    private readonly Instrumentation _instrumentation;
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _duration;

    /// <summary>Makes the instruments.</summary>
    public AttemptSignals(Instrumentation instrumentation)
    {
        _instrumentation = instrumentation;
        _attempts = instrumentation.Meter.CreateCounter<long>("samverkan.delivery.attempts", "{attempt}", "Tries of deliveries that have ended.");
        _duration = instrumentation.Durations("samverkan.delivery.attempt.duration", "How long a try took, from its claim until its end was recorded.");
    }

    /// <summary>Begins to measure the newest try of a delivery; disposing ends it.</summary>
    internal AttemptMeasure Begin(Delivery delivery)
    {
        var trace = _instrumentation.Traces.StartActivity("delivery attempt", ActivityKind.Producer);
        trace?.SetTag(SignalNames.Delivery, delivery.Id)
            .SetTag(SignalNames.Stream, DeliveryId.StreamOf(delivery.Id).Value)
            .SetTag("samverkan.delivery.version", SignalNames.Of(delivery.Version))
            .SetTag("samverkan.delivery.attempt", delivery.Attempts[^1].Number);
        return new AttemptMeasure(this, trace);
    }

    internal void Record(string outcome, string channel, TimeSpan took)
    {
        var tags = new TagList { { SignalNames.Outcome, outcome }, { "channel", channel } };
        _attempts.Add(1, tags);
        _duration.Record(took.TotalSeconds, tags);
    }
}
