using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using NodaTime;
using Samverkan.Signals;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>The pipelines of every endpoint that this host has used. They share nothing: one endpoint's trouble is its own.</summary>
public sealed class EndpointPipelines : IDisposable
{
    private readonly ConcurrentDictionary<EndpointId, Lazy<EndpointPipeline>> _pipelines = new();
    private readonly EndpointOptions _options;
    private readonly IClock _clock;

    /// <summary>Makes the pipelines' gauge; a pipeline is made when its endpoint is first used.</summary>
    public EndpointPipelines(EndpointOptions options, IClock clock, Instrumentation instrumentation)
    {
        (_options, _clock) = (options, clock);
        instrumentation.Meter.CreateObservableGauge(
            "samverkan.endpoint.breaker", Breakers, unit: null, "Whether an endpoint is used: 0 in use, 1 tested with one try at a time, 2 left alone.");
    }

    /// <summary>
    /// Makes a try where the endpoint lets it in, and returns null. Otherwise the try is not made, and what is returned is when
    /// to come again.
    /// </summary>
    /// <param name="endpoint">The other side.</param>
    /// <param name="attempt">The try for as long as the other side is used; says how that went.</param>
    /// <param name="cancellation">Ends the try.</param>
    public Task<Instant?> RunAsync(
        EndpointId endpoint, Func<CancellationToken, Task<EndpointHealth>> attempt, CancellationToken cancellation) =>
        _pipelines.GetOrAdd(endpoint, _ => new Lazy<EndpointPipeline>(() => new EndpointPipeline(_options, _clock))).Value
            .RunAsync(attempt, cancellation);

    /// <summary>Notes that what was tried at an endpoint comes there again.</summary>
    public void Expect(EndpointId endpoint, Instant at)
    {
        if (_pipelines.TryGetValue(endpoint, out var pipeline)) pipeline.Value.Expect(at);
    }

    /// <summary>Those that have failed for longer than a host may and be ready, by name.</summary>
    public IReadOnlyList<EndpointStatus> Dead() =>
        [.. Statuses().Where(status => _clock.GetCurrentInstant() - status.FailingSince >= _options.UnreadyAfter)];

    /// <summary>How each endpoint stands, by name.</summary>
    public IReadOnlyList<EndpointStatus> Statuses() =>
        [.. _pipelines.OrderBy(p => p.Key.Value, StringComparer.Ordinal).Select(p => p.Value.Value.Status(p.Key))];

    private IEnumerable<Measurement<int>> Breakers() => Statuses().Select(status => new Measurement<int>(
        status.Condition switch { EndpointCondition.InUse => 0, EndpointCondition.Tested => 1, _ => 2 },
        new KeyValuePair<string, object?>("endpoint", status.Endpoint.Value)));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Value.Dispose();
    }
}
