using System.Collections.Concurrent;
using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

/// <summary>A data folder of a test's own. Each database opened on it stands for one more process.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly ConcurrentBag<IDisposable> _open = [];

    public DataFolder() => Path = Directory.CreateTempSubdirectory("samverkan-storage-").FullName;

    public string Path { get; }

    // Waiting for the disk is tried by the tests that are about it.
    public LocalStorageOptions Options => new() { DataFolder = Path, Stillness = Duration.Zero, Durable = false };

    internal SqliteDatabase Open(LocalStorageOptions? options = null)
    {
        var database = new SqliteDatabase(options ?? Options);
        _open.Add(database);
        return database;
    }

    public void Dispose()
    {
        foreach (var database in _open) database.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
