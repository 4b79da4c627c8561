namespace Samverkan.Functions.LocalHost.Model;

/// <summary>What a timer's function is told. Of the same name and shape as the Azure Functions worker's.</summary>
public sealed class TimerInfo
{
    /// <summary>Whether the run comes later than its time.</summary>
    public bool IsPastDue { get; set; }
}
