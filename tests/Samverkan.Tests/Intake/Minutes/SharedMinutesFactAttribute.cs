namespace Samverkan.Tests.Intake.Minutes;

/// <summary>A test on the shared samples; reported as skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedMinutesFactAttribute : FactAttribute
{
    public SharedMinutesFactAttribute()
    {
        if (!SharedMinutes.Exists)
        {
            Skip = "the shared samples are not beside the checkout";
        }
    }
}
