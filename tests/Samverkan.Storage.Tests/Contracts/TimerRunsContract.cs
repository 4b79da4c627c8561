using NodaTime;
using Samverkan.Signals;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every store of the timers' newest runs does. Two calls of Create stand for two hosts on the same storage.</summary>
public abstract class TimerRunsContract
{
    private static readonly TimerRun First = new("deadlines", Instant.FromUtc(2022, 12, 1, 5, 0).PlusTicks(1), Duration.FromTicks(12_345), Succeeded: true);

    protected abstract ITimerRuns Create();

    [ContractFact]
    public async Task The_newest_run_of_each_timer_is_there_by_name()
    {
        Assert.Empty(await Create().ListAsync(default));
        var other = First with { Name = "dispatch", Succeeded = false };
        await Create().NoteAsync(other, default);
        await Create().NoteAsync(First, default);
        Assert.Equal([First, other], await Create().ListAsync(default));

        var later = First with { At = First.At + Duration.FromMinutes(1), Succeeded = false };
        await Create().NoteAsync(later, default);
        Assert.Equal([later, other], await Create().ListAsync(default));
    }
}
