using System.Globalization;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Samverkan.Storage.Local;

/// <summary>
/// One connection with its prepared statements, used by one caller at a time. Values are bound in order to
/// <c>@1</c>, <c>@2</c> … But a LIMIT is written out: SQLite plans by it, and prepares a statement anew at every run where
/// it is bound.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public SqliteSession(LocalStorageOptions options)
    {
        // The time-out of commands must be shorter than the busy time-out, else the client waits once more on top of it.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabasePath,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            _connection.Open();
            Execute($"PRAGMA busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds}");
            Execute($"PRAGMA synchronous = {(options.Durable ? "FULL" : "OFF")}");
            Execute("PRAGMA foreign_keys = ON");
            Execute("PRAGMA cache_size = -16384"); // KiB, taken as they are needed
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether a transaction is open: some errors end it by themselves.</summary>
    public bool InTransaction => sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Runs a statement and returns the number of rows that it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query to its end.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>The only column of the only row as a number; null where there is none or it is null.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() as long?;

    /// <summary>Runs a script that is not worth keeping prepared.</summary>
    public string? Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + i.ToString(CultureInfo.InvariantCulture) });
            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
