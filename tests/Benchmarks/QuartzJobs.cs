using System.Globalization;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Benchmarks;

/// <summary>Durable jobs in Quartz.NET's own job store on SQLite, each with one trigger that is due.</summary>
internal static class QuartzJobs
{
    /// <summary>Schedules the jobs, then runs them all; returns how many seconds the running took.</summary>
    /// <remarks>No look-ups of misfires meanwhile; connections kept open.</remarks>
    /// <param name="folder">Where its database lies.</param>
    /// <param name="jobs">How many.</param>
    /// <param name="atOnce">How many run at once, taken from the store in batches as large as that, the largest that Quartz takes; null for its own settings.</param>
    /// <param name="ahead">With a write-ahead log that is flushed at each commit, as ours is; otherwise SQLite as Quartz opens it.</param>
    public static async Task<double> RunAsync(string folder, int jobs, int? atOnce, bool ahead)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "quartz.db"), Pooling = true }.ToString();
        var scheduler = await QuartzSchedulerBuilder.Create(q =>
        {
            if (atOnce is { } many)
            {
                q.UseDefaultThreadPool(pool => pool.MaxConcurrency = many);
                q.ConfigureScheduler(o => o.MaxBatchSize = many);
            }

            q.UsePersistentStore(store =>
            {
                store.UseSqlite(ahead ? FlushedSqlite.Factory : SqliteFactory.Instance, connection);
                store.ProvisionSchema();
                store.ConfigureStore(o => o.MisfireThreshold = TimeSpan.FromHours(1));
            });
        }).BuildScheduler();
        var due = DateTimeOffset.UtcNow;
        await scheduler.ScheduleJobs(Enumerable.Range(0, jobs).ToDictionary(Job, i => (IReadOnlyCollection<ITrigger>)[Trigger(i, due)]));
        NothingJob.Done = 0;
        return await Timing.SecondsAsync(
            async () => await scheduler.Start(),
            () => Task.FromResult(NothingJob.Done == jobs),
            async () => await scheduler.Shutdown(waitForJobsToComplete: true));
    }

    private static IJobDetail Job(int number) => JobBuilder.Create<NothingJob>().WithIdentity(Name("job", number)).StoreDurably().RequestRecovery().Build();

    private static ITrigger Trigger(int number, DateTimeOffset due) => TriggerBuilder.Create().WithIdentity(Name("trigger", number)).StartAt(due).Build();

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
