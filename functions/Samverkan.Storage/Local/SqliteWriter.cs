using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Samverkan.Storage.Local;

/// <summary>
/// Writes for everybody in this process, on one thread. What has queued up while the disk flushed is committed together,
/// so that many callers share one flush; each still gets its own answer, and none before the commit. Rows that are made of
/// the ledger go first and are not flushed: a power cut takes them only together with all that was committed after them,
/// and the sweeps make them anew.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostTogether = 256;

    private readonly SqliteSession _session;
    private readonly string _path;
    private readonly bool _durable;
    private readonly BlockingCollection<WriteJob> _jobs = [];
    private readonly List<WriteJob> _derived = [];
    private readonly List<WriteJob> _flushed = [];
    private readonly Thread _thread;
    private bool _flushes;
    private bool _doubtful;

    public SqliteWriter(SqliteSession session, string path, bool durable)
    {
        _session = session;
        _path = path;
        _durable = _flushes = durable;
        _thread = new Thread(Loop) { IsBackground = true, Name = "sqlite-writer" };
        _thread.Start();
    }

    public Task<T> EnqueueAsync<T>(Func<SqliteSession, T> work, bool derived, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        var job = new WriteJob<T>(work, derived, cancellation);
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
        while (Take())
        {
            Write(_derived, flush: false);
            Write(_flushed, flush: true);
        }
    }

    // False where nothing will come any more.
    private bool Take()
    {
        _derived.Clear();
        _flushed.Clear();
        if (!_jobs.TryTake(out var job, Timeout.Infinite)) return false;
        do if (!job.EndIfCancelled()) (job.IsDerived ? _derived : _flushed).Add(job);
        while (_derived.Count + _flushed.Count < MostTogether && _jobs.TryTake(out job));
        return true;
    }

    private void Write(IReadOnlyList<WriteJob> jobs, bool flush)
    {
        if (jobs.Count == 0) return;
        var failure = TryWrite(jobs, flush);
        if (failure is null)
        {
            foreach (var job in jobs) job.Complete();
        }
        else if (jobs.Count > 1 && failure is not SqliteException { SqliteErrorCode: SQLITE_BUSY or SQLITE_IOERR })
        {
            // What one caller cannot do, or has no room for, the others may.
            foreach (var job in jobs) Write([job], flush);
        }
        else
        {
            var told = failure is SqliteException e ? LocalStorageException.Of(e, _path) : failure;
            foreach (var job in jobs) job.Fail(told);
        }
    }

    // Null where the transaction was committed; then each job knows its own result.
    private Exception? TryWrite(IReadOnlyList<WriteJob> jobs, bool flush)
    {
        try
        {
            if (_doubtful) Secure();
            Flush(flush && _durable);
            _session.Run("BEGIN IMMEDIATE");
            foreach (var job in jobs) job.Run(_session);
            _session.Run("COMMIT");
            return null;
        }
        catch (Exception e)
        {
            _doubtful |= e is SqliteException { SqliteErrorCode: SQLITE_IOERR };
            return RollBack() is { } second ? new AggregateException(e, second) : e;
        }
    }

    // A flush that failed may have lost what was committed before it without one, and the next would not say so: everything
    // goes into the file before anything more is answered.
    private void Secure()
    {
        if (_session.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) throw new SqliteException("The write-ahead log is in use.", SQLITE_BUSY);
        _doubtful = false;
    }

    // With a write-ahead log FULL flushes it at each commit, with all that was committed before, and NORMAL before it is
    // moved into the file.
    private void Flush(bool flush)
    {
        if (flush == _flushes) return;
        _session.Run(flush ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        _flushes = flush;
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
}
