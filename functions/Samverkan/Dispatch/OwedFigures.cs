using System.Diagnostics.Metrics;
using NodaTime;
using Samverkan.Signals;

namespace Samverkan.Dispatch;

/// <summary>
/// How much is owed, and since when. The gauges show what the dispatch sweep last read, so that an export asks no store;
/// a host that has not read for ten minutes shows nothing rather than what was.
/// </summary>
public sealed class OwedFigures
{
    private static readonly Duration Fresh = Duration.FromMinutes(10);

    private readonly IDeliveryLog _deliveries;
    private readonly IClock _clock;
    private OwedNow? _newest;

    /// <summary>Makes the gauges.</summary>
    public OwedFigures(IDeliveryLog deliveries, IClock clock, Instrumentation instrumentation)
    {
        (_deliveries, _clock) = (deliveries, clock);
        instrumentation.Meter.CreateObservableGauge(
            "samverkan.deliveries.owed", Counts, "{delivery}", "Deliveries that nobody has received yet, by state; notices left out.");
        instrumentation.Meter.CreateObservableGauge(
            "samverkan.deliveries.oldest_age", Age, "s", "How long ago the oldest of them became owed; 0 where there is none.");
        instrumentation.Meter.CreateObservableGauge(
            "samverkan.notices.stopped", Stopped, "{notice}", "Messages to the municipality's own people that need a person, or bounced.");
    }

    /// <summary>Reads the delivery log's counts and its oldest row that is owed.</summary>
    public async Task<OwedNow> ReadAsync(CancellationToken cancellation)
    {
        var counts = await _deliveries.CountAsync(cancellation);
        return _newest = new OwedNow(
            _clock.GetCurrentInstant(),
            DeliveryRow.Undelivered.ToDictionary(state => state, state => counts.GetValueOrDefault(state)),
            await _deliveries.OldestAsync(cancellation),
            await _deliveries.CountStoppedNoticesAsync(cancellation));
    }

    private OwedNow? Newest => _newest is { } read && _clock.GetCurrentInstant() - read.At < Fresh ? read : null;

    private IEnumerable<Measurement<int>> Counts() =>
        Newest is { } read ? read.ByState.Select(c => new Measurement<int>(c.Value, new KeyValuePair<string, object?>("state", SignalNames.Of(c.Key)))) : [];

    private IEnumerable<Measurement<int>> Stopped() => Newest is { } read ? [new(read.StoppedNotices)] : [];

    private IEnumerable<Measurement<double>> Age() =>
        Newest is { } read ? [new(read.Oldest is { } since ? Math.Max(0, (_clock.GetCurrentInstant() - since).TotalSeconds) : 0)] : [];
}
