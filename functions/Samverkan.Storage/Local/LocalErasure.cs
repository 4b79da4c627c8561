using NodaTime;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;

namespace Samverkan.Storage.Local;

/// <summary>
/// Erasure in SQLite and the archive's folder. SQLite is asked to overwrite what it takes away (<c>secure_delete</c>), for
/// this alone, since it makes every other change of a row slower; the page as it was stays in the write-ahead log until
/// that is written over.
/// </summary>
internal sealed class LocalErasure(SqliteDatabase database, LocalStorageOptions options) : IErasure
{
    /// <inheritdoc/>
    public Task ErasePersonalAsync(StreamId stream, long version, string erased, CancellationToken cancellation) =>
        database.WriteAsync(
            session =>
            {
                session.Execute("PRAGMA secure_delete = ON");
                try
                {
                    return session.Run("UPDATE events SET personal = @3 WHERE stream = @1 AND version = @2", stream.Value, version, erased);
                }
                finally
                {
                    session.Execute("PRAGMA secure_delete = OFF");
                }
            },
            cancellation);

    /// <inheritdoc/>
    public Task EraseDocumentAsync(DocumentHash hash, Instant decidedAt, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = FolderArchive.PathOf(options, hash);
        var aside = path + ".gallras";

        // Set aside first: who puts the document again from now on writes it anew. Who did so before has touched it. One
        // that lies aside already was set there by a host that died.
        if (File.Exists(path)) File.Move(path, aside, overwrite: true);
        if (!File.Exists(aside)) return Task.CompletedTask;
        if (Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(aside)) <= decidedAt) File.Delete(aside);
        else File.Move(aside, path, overwrite: true);
        return Task.CompletedTask;
    }
}
