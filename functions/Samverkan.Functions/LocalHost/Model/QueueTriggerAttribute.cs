namespace Samverkan.Functions.LocalHost.Model;

/// <summary>Runs a function for each message of a queue. Of the same name and shape as the Azure Functions worker's.</summary>
/// <param name="queueName">The queue.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;
}
