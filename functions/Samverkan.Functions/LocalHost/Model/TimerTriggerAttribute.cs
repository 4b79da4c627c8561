namespace Samverkan.Functions.LocalHost.Model;

/// <summary>Runs a function on a schedule. Of the same name and shape as the Azure Functions worker's.</summary>
/// <param name="schedule">An NCrontab expression with seconds, in UTC, or <c>%name%</c> for the setting that holds it.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; } = schedule;
}
