using Samverkan.Signals;

namespace Samverkan.Storage.Local;

/// <summary>Tries the database by writing over one row, of several pages, so that the commit needs room.</summary>
internal sealed class SqliteProbe(SqliteDatabase database) : IStoreProbe
{
    /// <inheritdoc/>
    public string Store => "liggaren";

    /// <inheritdoc/>
    public async Task<StoreFault?> WriteAsync(CancellationToken cancellation)
    {
        try
        {
            // Taken away and put back in one transaction: what was there is kept until the whole is committed.
            await database.WriteAsync(
                session => session.Run("INSERT OR REPLACE INTO write_checks (id, filler) VALUES (1, randomblob(32768))"), cancellation);
            return null;
        }
        catch (LocalStorageException e)
        {
            return LocalFault.Of(Store, e.Code);
        }
    }
}
