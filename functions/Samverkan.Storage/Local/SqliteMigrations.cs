using System.Globalization;
using System.Reflection;

namespace Samverkan.Storage.Local;

/// <summary>Brings the database's tables up to this program, by the numbered scripts beside this file.</summary>
internal static class SqliteMigrations
{
    private const string Prefix = "Samverkan.Storage.Local.Migrations.";

    private static readonly (int Number, string Sql)[] Scripts = [.. Load().OrderBy(s => s.Number)];

    /// <summary>The newest version that this program knows.</summary>
    public static int Newest => Scripts[^1].Number;

    /// <exception cref="LocalStorageException">A newer program has migrated the database to what this one does not know.</exception>
    public static void ThrowIfNewer(SqliteSession session, string path) => Version(session, path);

    /// <summary>Runs what has not been run, all or nothing; of two processes that start at once, one waits for the other.</summary>
    public static void Run(SqliteSession session, string path)
    {
        if (Version(session, path) == Newest) return;
        session.Run("BEGIN IMMEDIATE");
        try
        {
            var from = Version(session, path);
            foreach (var (_, sql) in Scripts.Where(s => s.Number > from)) session.Execute(sql);
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Newest}"));
            session.Run("COMMIT");
        }
        catch
        {
            if (session.InTransaction) session.Run("ROLLBACK");
            throw;
        }
    }

    private static long Version(SqliteSession session, string path)
    {
        var version = session.Number("PRAGMA user_version") ?? 0;
        return version > Newest ? throw LocalStorageException.Newer(path, version, Newest) : version;
    }

    private static IEnumerable<(int Number, string Sql)> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
