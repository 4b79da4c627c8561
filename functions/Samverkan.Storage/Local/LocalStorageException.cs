using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Samverkan.Storage.Local;

/// <summary>
/// The data folder's database cannot be used now. The message is Swedish, since it may stop the program in front of a
/// person: what happened, what it means, what to do. <see cref="Code"/> is for logs and tests.
/// </summary>
public sealed class LocalStorageException : IOException
{
    internal LocalStorageException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>
    /// <c>storage.locked</c>, <c>storage.full</c>, <c>storage.denied</c>, <c>storage.damaged</c>, <c>storage.disk</c>,
    /// <c>storage.newer</c> or <c>storage.bad-key</c>.
    /// </summary>
    public string Code { get; }

    // A constraint counts as damage: no statement of ours breaks one unless somebody else has changed the tables.
    internal static Exception Of(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => new LocalStorageException(
            "storage.locked",
            $"Databasen {path} är låst av ett annat program. Inget har sparats. Stäng det som har filen öppen, till exempel "
            + "ett databasverktyg eller en säkerhetskopiering, så fortsätter arbetet vid nästa försök.",
            e),
        SQLITE_FULL => new LocalStorageException(
            "storage.full",
            $"Disken med {path} är full. Inget har sparats och inget har gått förlorat. Frigör utrymme på disken, så "
            + "fortsätter arbetet vid nästa försök.",
            e),
        SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM or SQLITE_AUTH => new LocalStorageException(
            "storage.denied",
            $"Databasen {path} kan inte öppnas för skrivning. Inget har sparats. Ge kontot som kör programmet rätt att läsa "
            + "och skriva i datamappen.",
            e),
        SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_CONSTRAINT or SQLITE_SCHEMA => new LocalStorageException(
            "storage.damaged",
            $"Databasen {path} är skadad, eller så har ett annat program ändrat i den ({e.Message}). Stoppa programmet, "
            + "spara en kopia av datamappen och återställ den senaste säkerhetskopian. Kommandot verify visar vad som är helt.",
            e),
        SQLITE_IOERR or SQLITE_NOMEM or SQLITE_NOLFS => new LocalStorageException(
            "storage.disk",
            $"Disken eller filsystemet med {path} svarar med fel ({e.Message}). Om det senaste sparades är okänt. "
            + "Kontrollera disken; arbetet fortsätter vid nästa försök.",
            e),
        _ => e,
    };

    internal static LocalStorageException Newer(string path, long found, long known) => new(
        "storage.newer",
        $"Databasen {path} är skriven av en nyare version av Samverkan (databasversion {found}, programmet kan {known}). "
        + "Inget har ändrats. Uppdatera programmet till den version som användes senast.");

    internal static LocalStorageException BadKey(string path) => new(
        "storage.bad-key",
        $"{path} innehåller ingen nyckel. Utan den kan länkar inte göras eller öppnas. Återställ filen från en säkerhetskopia, "
        + "eller ta bort den: då öppnas inte länkar som har gått ut med den nyckeln.");

    internal static LocalStorageException NoWal(string path, string mode) => new(
        "storage.denied",
        $"Databasen {path} kan inte använda loggläget WAL (läget är {mode}). Det brukar betyda att datamappen ligger på en "
        + "nätverksdisk. Flytta datamappen till en lokal disk.");
}
