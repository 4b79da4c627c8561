using Samverkan.Dispatch;

namespace Samverkan.Functions.Triggers;

/// <summary>Queue: a message kept failing in the host, and was moved away.</summary>
public sealed class DispatchPoisonTrigger(PoisonDesk desk)
{
    /// <summary>Counts it as one try of its delivery that failed.</summary>
    [Function("DispatchPoison")]
    public Task RunAsync([QueueTrigger("utkorg-poison")] string message, CancellationToken cancellationToken) =>
        desk.TakeAsync(message, cancellationToken);
}
