namespace Samverkan.Formats.Smtp;

/// <summary>Reports each step at once and the step under way at every interval, so that a lease can be renewed.</summary>
internal sealed class SmtpProgressReporter : IAsyncDisposable
{
    private readonly IProgress<SmtpProgress>? progress;
    private readonly PeriodicTimer timer;
    private readonly Task beat;
    private volatile SmtpProgress current = new(SmtpPhase.Prepare, 0);

    public SmtpProgressReporter(IProgress<SmtpProgress>? progress, TimeSpan interval)
    {
        this.progress = progress;
        timer = new PeriodicTimer(interval);
        beat = progress is null ? Task.CompletedTask : BeatAsync(progress);
    }

    public void Enter(SmtpPhase phase) => Report(current with { Phase = phase });

    public void Sent(long bytes) => Report(current with { BytesSent = bytes });

    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await beat;
    }

    private void Report(SmtpProgress now)
    {
        current = now;
        progress?.Report(now);
    }

    private async Task BeatAsync(IProgress<SmtpProgress> listener)
    {
        while (await timer.WaitForNextTickAsync())
            listener.Report(current);
    }
}
