using Microsoft.Extensions.Logging;

namespace Samverkan.Ledger.Retention;

/// <summary>Erases: first the ledger says what and why, then it goes, then the ledger says that it has gone.</summary>
public sealed partial class ErasureDesk(LedgerBook ledger, ILedgerStore store, IErasure erasure, ILogger<ErasureDesk> log)
{
    private const int MostVersions = 5_000;

    /// <summary>
    /// Erases what is asked for and is still there, and what had been decided on in the stream and was not done; returns how
    /// many events and documents that was.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="by">Who: <c>system:…</c>, or a person.</param>
    /// <param name="choose">What goes, out of the newest state; it may be asked several times.</param>
    /// <param name="decide">Makes the event of what goes.</param>
    /// <param name="cancellation">Ends the work; what was decided is carried out by the next sweep.</param>
    public async Task<(int Events, int Documents)> EraseAsync(
        StreamId stream,
        string by,
        Func<RetentionHistory, (IReadOnlyList<long> Versions, IReadOnlyList<DocumentHash> Documents)> choose,
        Func<IReadOnlyList<long>, IReadOnlyList<DocumentHash>, ErasureDecided> decide,
        CancellationToken cancellation)
    {
        await ledger.RecordAsync<RetentionHistory>(stream, by, history => Decide(choose(history), decide), cancellation);
        var done = await CarryOutAsync(stream, cancellation);
        return (done.Sum(d => d.Versions.Count), done.Sum(d => d.Documents.Count));
    }

    /// <summary>Carries out what has been decided in a stream and not been done, such as before a crash; returns what that was.</summary>
    public async Task<IReadOnlyList<ErasureDecided>> CarryOutAsync(StreamId stream, CancellationToken cancellation)
    {
        var history = await ledger.LoadAsync<RetentionHistory>(stream, cancellation);
        foreach (var (version, (decided, at)) in history.Open)
        {
            var versions = decided.Versions.ToHashSet();
            await foreach (var stored in store.ReadAsync(stream, 0, cancellation))
            {
                if (versions.Contains(stored.Version) && PersonalValues.Read(stored.Personal)?.WriteErased() is { } erased)
                    await erasure.ErasePersonalAsync(stream, stored.Version, erased, cancellation);
            }

            foreach (var document in decided.Documents) await erasure.EraseDocumentAsync(document, at, cancellation);
            await ledger.RecordAsync<RetentionHistory>(
                stream, "system:erasure", h => h.Open.ContainsKey(version) ? [new ErasureDone(version)] : [], cancellation);
            LogErased(stream.Value, decided.Versions.Count, decided.Documents.Count);
        }

        return [.. history.Open.Values.Select(open => open.Decided)];
    }

    private static IReadOnlyList<LedgerEvent> Decide(
        (IReadOnlyList<long> Versions, IReadOnlyList<DocumentHash> Documents) what,
        Func<IReadOnlyList<long>, IReadOnlyList<DocumentHash>, ErasureDecided> decide)
    {
        if (what.Versions.Count + what.Documents.Count == 0) return [];
        var first = decide([.. what.Versions.Take(MostVersions)], what.Documents);
        return [first, .. what.Versions.Skip(MostVersions).Chunk(MostVersions).Take(50).Select(part => decide(part, []))];
    }

    [LoggerMessage(1101, LogLevel.Information, "Stream {Stream}: the personal values of {Events} events and {Documents} documents were erased")]
    private partial void LogErased(string stream, int events, int documents);
}
