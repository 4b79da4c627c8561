using NodaTime;
using Samverkan.Signals;

namespace Samverkan.Storage.Local;

/// <summary>The timers' newest runs in SQLite.</summary>
internal sealed class SqliteTimerRuns(SqliteDatabase database) : ITimerRuns
{
    /// <inheritdoc/>
    public Task NoteAsync(TimerRun run, CancellationToken cancellation) => database.WriteAsync(
        session => session.Run(
            """
            INSERT INTO timer_runs (name, at, took, succeeded) VALUES (@1, @2, @3, @4)
            ON CONFLICT (name) DO UPDATE SET at = excluded.at, took = excluded.took, succeeded = excluded.succeeded
            """,
            run.Name,
            run.At.ToUnixTimeTicks(),
            run.Took.BclCompatibleTicks,
            run.Succeeded ? 1 : 0),
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimerRun>> ListAsync(CancellationToken cancellation) => await database.ReadAsync(
        session => session.Query(
            "SELECT name, at, took, succeeded FROM timer_runs ORDER BY name",
            row => new TimerRun(row.GetString(0), Ticks.ToInstant(row.GetInt64(1)), Duration.FromTicks(row.GetInt64(2)), row.GetInt64(3) != 0)),
        cancellation);
}
