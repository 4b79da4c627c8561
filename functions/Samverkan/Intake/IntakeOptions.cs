namespace Samverkan.Intake;

/// <summary>What is taken in. Settings are named <c>Intake:…</c>.</summary>
public sealed record IntakeOptions
{
    /// <summary>The longest file, in bytes: 1 kB to 1 GB, 50 MB by default.</summary>
    public long MostBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (MostBytes is < 1024 or > 1024 * 1024 * 1024)
            yield return "Intake:MostBytes ska vara mellan 1024 och 1073741824 (byte), till exempel 52428800.";
    }
}
