using Samverkan.Intake;

namespace Samverkan.Functions.Triggers;

/// <summary>Blob: a file has been dropped. The stream is only the signal; the use case claims and reads through its port.</summary>
public sealed class PlanIntakeTrigger(FileIntake intake)
{
    /// <summary>Takes in one file.</summary>
    [Function("PlanIntake")]
    public Task RunAsync(
        [BlobTrigger("inkorg/{name}", Source = BlobTriggerSource.EventGrid)] Stream content, string name, CancellationToken cancellationToken) =>
        intake.TakeAsync(name, cancellationToken);
}
