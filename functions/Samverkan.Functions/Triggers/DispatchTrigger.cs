using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Functions.Triggers;

/// <summary>Queue: a delivery's time has come.</summary>
public sealed class DispatchTrigger(GatedDispatcher dispatcher)
{
    /// <summary>Tries one delivery once.</summary>
    [Function("Dispatch")]
    public Task RunAsync([QueueTrigger("utkorg")] string deliveryId, CancellationToken cancellationToken) =>
        dispatcher.TryAsync(deliveryId, cancellationToken);
}
