using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>Connections with a write-ahead log that is flushed at each commit.</summary>
internal sealed class FlushedSqlite : SqliteConnection
{
    /// <summary>Makes them.</summary>
    public static DbProviderFactory Factory { get; } = new Connections();

    /// <inheritdoc/>
    public override void Open()
    {
        base.Open();
        using var command = CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    private sealed class Connections : DbProviderFactory
    {
        public override DbConnection CreateConnection() => new FlushedSqlite();

        public override DbCommand CreateCommand() => new SqliteCommand();

        public override DbParameter CreateParameter() => new SqliteParameter();
    }
}
