using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Samverkan.Storage.Local;

/// <summary>
/// Writes for everybody in this process, on one thread. What has queued up while the disk flushed is committed together,
/// so that many callers share one flush; each still gets its own answer, and none before the commit.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostTogether = 256;

    private readonly SqliteSession _session;
    private readonly string _path;
    private readonly BlockingCollection<WriteJob> _jobs = [];
    private readonly Thread _thread;

    public SqliteWriter(SqliteSession session, string path)
    {
        _session = session;
        _path = path;
        _thread = new Thread(Loop) { IsBackground = true, Name = "sqlite-writer" };
        _thread.Start();
    }

    public Task<T> EnqueueAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        var job = new WriteJob<T>(work, cancellation);
        _jobs.Add(job, CancellationToken.None);
        return job.Task;
    }

    /// <summary>Finishes what is queued.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _thread.Join();
        _session.Dispose();
        _jobs.Dispose();
    }

    private void Loop()
    {
        var together = new List<WriteJob>(MostTogether);
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            together.Add(job);
            while (together.Count < MostTogether && _jobs.TryTake(out var next)) together.Add(next);
            together.RemoveAll(j => j.EndIfCancelled());
            Write(together);
            together.Clear();
        }
    }

    private void Write(IReadOnlyList<WriteJob> jobs)
    {
        if (jobs.Count == 0) return;
        var failure = TryWrite(jobs);
        if (failure is null)
        {
            foreach (var job in jobs) job.Complete();
        }
        else if (jobs.Count > 1 && failure is SqliteException { SqliteErrorCode: SQLITE_FULL })
        {
            // What one caller has no room for may leave room for the others.
            foreach (var job in jobs) Write([job]);
        }
        else
        {
            var told = failure is SqliteException e ? LocalStorageException.Of(e, _path) : failure;
            foreach (var job in jobs) job.Fail(told);
        }
    }

    // Null where the transaction was committed; then each job knows its own result.
    private Exception? TryWrite(IReadOnlyList<WriteJob> jobs)
    {
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            foreach (var job in jobs) RunAlone(job);
            _session.Run("COMMIT");
            return null;
        }
        catch (Exception e)
        {
            return RollBack() is { } second ? new AggregateException(e, second) : e;
        }
    }

    private Exception? RollBack()
    {
        try
        {
            if (_session.InTransaction) _session.Run("ROLLBACK");
            return null;
        }
        catch (SqliteException e)
        {
            return e;
        }
    }

    private void RunAlone(WriteJob job)
    {
        _session.Run("SAVEPOINT job");
        try
        {
            job.Run(_session);
        }
        catch (Exception e) when (_session.InTransaction && e is not SqliteException { SqliteErrorCode: SQLITE_FULL or SQLITE_IOERR })
        {
            _session.Run("ROLLBACK TO job");
            job.FailAtCommit(e is SqliteException s ? LocalStorageException.Of(s, _path) : e);
        }

        _session.Run("RELEASE job");
    }
}
