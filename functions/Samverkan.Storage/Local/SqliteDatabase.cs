using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Samverkan.Storage.Local;

/// <summary>
/// The one SQLite file of a data folder: connections for reading, and the writer. Opening it makes or migrates the tables.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly LocalStorageOptions _options;
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SqliteWriter _writer;

    /// <exception cref="LocalStorageException">The file cannot be opened, is damaged, or belongs to a newer program.</exception>
    public SqliteDatabase(LocalStorageOptions options)
    {
        _options = LocalStorageOptions.Checked(options);
        Directory.CreateDirectory(options.DataFolder);
        _writer = new SqliteWriter(Guarded(Open), options.DatabasePath, options.Durable);
    }

    /// <summary>Queues work that writes; it is committed and flushed, together with that of other callers, before the task ends.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation) =>
        _writer.EnqueueAsync(work, derived: false, cancellation);

    /// <summary>
    /// Queues work on rows that are made of the ledger, and that a sweep makes anew where they are missing. It is committed
    /// before the task ends: the death of the process takes nothing. It is flushed with the next <see cref="WriteAsync"/>:
    /// a power cut may take it, but then everything that was committed after it too.
    /// </summary>
    public Task<T> WriteDerivedAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation) =>
        _writer.EnqueueAsync(work, derived: true, cancellation);

    /// <summary>Runs a short read.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        try
        {
            var session = Rent();
            try
            {
                return Task.FromResult(Guarded(() => work(session)));
            }
            finally
            {
                Return(session);
            }
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    /// <summary>A connection for reading, of the caller's own until it is given back or, where anything was done to it that others should not see, disposed.</summary>
    public SqliteSession Rent() => _idle.TryTake(out var session) ? session : Guarded(() => new SqliteSession(_options));

    /// <summary>Takes back what <see cref="Rent"/> gave.</summary>
    public void Return(SqliteSession session) => _idle.Add(session);

    /// <summary>Runs work on the file; SQLite's errors become what a person can act on.</summary>
    public T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw LocalStorageException.Of(e, _options.DatabasePath);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        while (_idle.TryTake(out var session)) session.Dispose();
    }

    private SqliteSession Open()
    {
        var session = new SqliteSession(_options);
        try
        {
            SqliteMigrations.ThrowIfNewer(session, _options.DatabasePath); // before anything is changed
            UseWal(session);
            SqliteMigrations.Run(session, _options.DatabasePath);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void UseWal(SqliteSession session)
    {
        var mode = session.Execute("PRAGMA journal_mode = WAL") ?? "";
        if (!string.Equals(mode, "wal", StringComparison.OrdinalIgnoreCase))
            throw LocalStorageException.NoWal(_options.DatabasePath, mode);

        // Up to 32 MiB of it, so that a page that changes often is moved into the file once and not each time.
        session.Execute("PRAGMA wal_autocheckpoint = 8192");
    }
}
