namespace Samverkan.Signals;

/// <summary>The port by which a store is tried: whether it can be written to now, which reading does not tell.</summary>
public interface IStoreProbe
{
    /// <summary>What people call the store: <c>liggaren</c>.</summary>
    string Store { get; }

    /// <summary>
    /// Writes a little, as the store writes, where it takes the place of what was written last or is removed. Returns null
    /// where it went well, and the fault where it did not; exceptions are bugs and cancellation.
    /// </summary>
    Task<StoreFault?> WriteAsync(CancellationToken cancellation);

    /// <summary>How many bytes are left for the store; null (the default) where nothing tells, or nothing is set aside for it.</summary>
    long? FreeBytes() => null;
}
