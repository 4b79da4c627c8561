using System.Collections.Concurrent;
using NodaTime;
using Samverkan.Dispatch;

namespace Samverkan.Tests.Support;

/// <summary>A queue in memory that forgets what it has handed out: what a host that dies had in hand never comes again by itself.</summary>
internal sealed class MemoryDispatchQueue : IDispatchQueue
{
    private readonly ConcurrentDictionary<string, Instant> _visibleAt = new(StringComparer.Ordinal);

    public Task EnqueueAsync(IReadOnlyCollection<string> deliveryIds, Instant visibleAt, CancellationToken cancellation)
    {
        foreach (var id in deliveryIds) _visibleAt.AddOrUpdate(id, visibleAt, (_, old) => Instant.Min(old, visibleAt));
        return Task.CompletedTask;
    }

    internal IReadOnlyList<string> Take(Instant now) =>
        [.. _visibleAt.Where(m => m.Value <= now).OrderBy(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key).Where(id => _visibleAt.TryRemove(id, out _))];
}
