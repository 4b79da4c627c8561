namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>A time that goes on only when told to, and whose timers ring only then.</summary>
internal sealed class HandTime : TimeProvider
{
    private readonly List<Action> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Forward(TimeSpan by) => _now += by.Ticks;

    /// <summary>Lets every timer ring once.</summary>
    public void Ring() => _timers.ForEach(ring => ring());

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Add(() => callback(state));
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
