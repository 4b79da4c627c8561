namespace Samverkan.Intake.Text;

/// <summary>How much a reader takes on before it refuses a file.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits that hold unless somebody says otherwise.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes in a file; 50 MB.</summary>
    public long MaxFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Bytes of all parts of a Word file unpacked; 200 MB.</summary>
    public long MaxUnpackedBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Lines that are not blank, one million: some twenty thousand pages, and what memory is planned for.</summary>
    public int MaxLines { get; init; } = 1_000_000;

    /// <summary>Time to read one file; 10 seconds.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(10);
}
