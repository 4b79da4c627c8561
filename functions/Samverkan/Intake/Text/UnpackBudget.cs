namespace Samverkan.Intake.Text;

/// <summary>How many bytes may still be unpacked, and until when. What a list of contents says of sizes is only a
/// claim; this counts.</summary>
internal sealed class UnpackBudget(long bytes, CancellationToken stop)
{
    private long _left = bytes;

    /// <summary>Whether more was unpacked than allowed.</summary>
    public bool IsSpent => _left < 0;

    /// <summary>Whether the time is up.</summary>
    public bool IsLate => stop.IsCancellationRequested;

    /// <summary>Counts bytes; false where reading must end.</summary>
    public bool Spend(int count)
    {
        _left -= count;
        return !IsSpent && !IsLate;
    }
}
