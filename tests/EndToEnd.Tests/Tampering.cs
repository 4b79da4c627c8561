using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests;

/// <summary>Changes a ledger behind its back, value by value, and sees that <c>verify</c> finds each.</summary>
internal static class Tampering
{
    public static async Task IsFoundAsync(DataFolder data)
    {
        var (code, output, error) = await HostProcess.RunAsync("verify", "--data", data.Path);
        Assert.True(code == 0, output + error);

        foreach (var column in Columns(data)) await IsFoundAsync(data, $"UPDATE events SET {column} = {Changed(column)} WHERE rowid = (SELECT max(rowid) - 3 FROM events)");
        await IsFoundAsync(data, "DELETE FROM events WHERE rowid = (SELECT max(rowid) FROM events)");
        await IsFoundAsync(data, "DELETE FROM events WHERE rowid = (SELECT min(rowid) FROM events)");
    }

    private static async Task IsFoundAsync(DataFolder data, string sql)
    {
        using var copy = new DataFolder();
        CopyAll(data.Path, copy.Path);
        using (var connection = new SqliteConnection($"Data Source={copy.In("samverkan.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys = OFF; " + sql;
            Assert.True(command.ExecuteNonQuery() > 0, sql);
        }

        var (code, output, _) = await HostProcess.RunAsync("verify", "--data", copy.Path);
        Assert.True(code == 1, $"verify did not notice: {sql}\n{output}");
    }

    private static IReadOnlyList<string> Columns(DataFolder data)
    {
        using var connection = new SqliteConnection($"Data Source={data.In("samverkan.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('events')";
        using var reader = command.ExecuteReader();
        List<string> columns = [];
        while (reader.Read()) columns.Add(reader.GetString(0));
        return columns;
    }

    private static string Changed(string column) => column switch
    {
        "at" or "version" => $"{column} + 1000",
        "stream" => "'audit'",
        "personal" => "'{}'",
        _ => $"{column} || ' '",
    };

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
