namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>A time that goes on only when told to, and whose timers never ring.</summary>
internal sealed class HandTime : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Forward(TimeSpan by) => _now += by.Ticks;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
