using Quartz;

namespace Benchmarks;

/// <summary>A job that does nothing but be counted.</summary>
internal sealed class NothingJob : IJob
{
    private static int _done;

    /// <summary>How many have been run.</summary>
    public static int Done
    {
        get => Volatile.Read(ref _done);
        set => Volatile.Write(ref _done, value);
    }

    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _done);
        return ValueTask.CompletedTask;
    }
}
