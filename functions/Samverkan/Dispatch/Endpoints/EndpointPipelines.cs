using System.Collections.Concurrent;
using NodaTime;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>The pipelines of every endpoint that this host has used. They share nothing: one endpoint's trouble is its own.</summary>
public sealed class EndpointPipelines(EndpointOptions options, IClock clock) : IDisposable
{
    private readonly ConcurrentDictionary<EndpointId, Lazy<EndpointPipeline>> _pipelines = new();

    /// <summary>
    /// Makes a try where the endpoint lets it in. Otherwise the try is not made, and the result says when to come again
    /// (<see cref="DispatchResult.PutBackUntil"/>).
    /// </summary>
    public Task<DispatchResult> RunAsync(
        EndpointId endpoint, Func<CancellationToken, Task<DispatchResult>> attempt, CancellationToken cancellation) =>
        _pipelines.GetOrAdd(endpoint, _ => new Lazy<EndpointPipeline>(() => new EndpointPipeline(options, clock))).Value
            .RunAsync(attempt, cancellation);

    /// <summary>How each endpoint stands, by name.</summary>
    public IReadOnlyList<EndpointStatus> Statuses() =>
        [.. _pipelines.OrderBy(p => p.Key.Value, StringComparer.Ordinal).Select(p => p.Value.Value.Status(p.Key))];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Value.Dispose();
    }
}
