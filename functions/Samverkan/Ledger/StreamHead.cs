namespace Samverkan.Ledger;

/// <summary>The newest event of a stream: its version and hash. A stream with no event has version 0 and an empty hash.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The number of events in it.</param>
/// <param name="Hash">The hash of the newest.</param>
public sealed record StreamHead(StreamId Stream, long Version, string Hash)
{
    /// <summary>The head of a stream that has no event yet.</summary>
    public static StreamHead None(StreamId stream) => new(stream, 0, "");
}
