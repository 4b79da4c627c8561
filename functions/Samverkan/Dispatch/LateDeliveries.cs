using NodaTime;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Dispatch;

/// <summary>
/// Whether something owed has been left lying: its next try, or the end of its claim, was more than five minutes ago. What
/// has been put back on purpose, since its endpoint is left alone or has no room, is not late; an endpoint that stays dead
/// makes the host unready by itself (<see cref="EndpointPipelines.Dead"/>).
/// </summary>
public sealed class LateDeliveries(IDeliveryLog deliveries, PutBacks putBacks, IClock clock)
{
    private static readonly Duration Slack = Duration.FromMinutes(5);

    /// <summary>Whether anything is late now. What has been tried since is not, so the answer heals by itself.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await foreach (var id in deliveries.DueAsync(now - Slack, cancellation))
            if (!putBacks.IsWaiting(id, now)) return true;
        return false;
    }
}
