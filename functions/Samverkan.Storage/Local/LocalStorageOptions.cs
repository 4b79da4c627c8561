using System.Runtime.CompilerServices;
using NodaTime;

namespace Samverkan.Storage.Local;

/// <summary>Where the local adapters keep their state, and how careful they are.</summary>
public sealed record LocalStorageOptions
{
    /// <summary>
    /// The data folder: <c>samverkan.db</c>, <c>inkorg</c>, <c>arkiv</c>, <c>karantan</c>, <c>utkorg</c> and <c>nycklar</c> lie in it.
    /// Made where it is missing. It must be on one local volume, since files are renamed within it.
    /// </summary>
    public required string DataFolder { get; init; }

    /// <summary>How long a dropped file's size and time must be still before it is taken. 0 to 1 hour; default 2 seconds; 0 only for simulations.</summary>
    public Duration Stillness { get; init; } = Duration.FromSeconds(2);

    /// <summary>Whether every write is flushed to the disk before it is answered. Default true; false only for simulations.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long a write waits for another process to let go of the database. 1 second to 10 minutes; default 10 seconds.</summary>
    public Duration BusyTimeout { get; init; } = Duration.FromSeconds(10);

    /// <summary>The SQLite file.</summary>
    public string DatabasePath => Path.Combine(Root, "samverkan.db");

    /// <summary>Where files are dropped.</summary>
    public string InboxFolder => Path.Combine(Root, "inkorg");

    /// <summary>Where documents are kept by their hash.</summary>
    public string ArchiveFolder => Path.Combine(Root, "arkiv");

    /// <summary>Where files lie that could not be placed.</summary>
    public string QuarantineFolder => Path.Combine(Root, "karantan");

    /// <summary>Where messages are written when there is no mail server.</summary>
    public string OutboxFolder => Path.Combine(Root, "utkorg");

    /// <summary>Where the mail system puts what comes to the return address, as <c>.eml</c> files.</summary>
    public string BounceFolder => Path.Combine(Root, "studsar");

    /// <summary>Where recipients' folders lie, for the channel of that kind.</summary>
    public string DropFolder => Path.Combine(Root, "utlamning");

    /// <summary>Where the keys of links and cookies lie. They are secrets: who has them can make links that open.</summary>
    public string KeyFolder => Path.Combine(Root, "nycklar");

    private string Root => Path.GetFullPath(DataFolder);

    internal static LocalStorageOptions Checked(LocalStorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataFolder))
            throw new ArgumentException("DataFolder must name a folder, such as ./data.", nameof(options));
        ThrowIfOutside(options.Stillness, Duration.Zero, Duration.FromHours(1));
        ThrowIfOutside(options.BusyTimeout, Duration.FromSeconds(1), Duration.FromMinutes(10));
        return options;
    }

    private static void ThrowIfOutside(
        Duration value, Duration least, Duration most, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
