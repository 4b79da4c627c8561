using Samverkan.Deadlines;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;

namespace Samverkan.Dispatch;

/// <summary>
/// The use case by which a person erases before a rule does, such as what should never have been dropped. The log, the
/// commitments and the chains stay. Repeating it finishes what a crash left undone.
/// </summary>
public sealed class ErasureByHand(LedgerBook ledger, ILedgerStore store, ErasureDesk desk)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MostReason = 2000;

    /// <summary>Erases the personal values of everything that the ledger says of one delivery: names, addresses, answers.</summary>
    public async Task<DeskResult> DeliveryAsync(string deliveryId, string reason, string by, CancellationToken cancellation)
    {
        if (Refusal(reason) is { } refusal) return refusal;
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream)
            || (await ledger.LoadAsync<DeliveryBook>(stream, cancellation)).Find(deliveryId) is not { } delivery)
            return new("delivery.unknown", $"Det finns ingen expediering med referensen ”{deliveryId}”. Skriv av den ur expedieringsloggen.");
        if (delivery.IsUndelivered) return UnderWay(delivery);

        var versions = await ledger.VersionsOfAsync(stream, new HashSet<string>(StringComparer.Ordinal) { deliveryId }, cancellation);
        var erased = await EraseAsync(stream, reason, by, history => ([.. history.Personal.Keys.Where(versions.Contains)], []), cancellation);
        return erased.Events > 0 ? DeskResult.Recorded : new("erasure.nothing", "Det finns inga personuppgifter kvar att gallra om den expedieringen. Inget har ändrats.");
    }

    /// <summary>Erases a document wherever it belongs: the file goes from the archive, its hash stays in the log.</summary>
    public async Task<DeskResult> DocumentAsync(DocumentHash document, string reason, string by, CancellationToken cancellation)
    {
        if (Refusal(reason) is { } refusal) return refusal;
        List<StreamId> holders = [];
        var finished = false;
        await foreach (var head in store.HeadsAsync(cancellation))
        {
            finished |= (await desk.CarryOutAsync(head.Stream, cancellation)).Any(decided => decided.Documents.Contains(document));
            if (!(await ledger.LoadAsync<RetentionHistory>(head.Stream, cancellation)).Documents.ContainsKey(document)) continue;
            var book = await ledger.LoadAsync<DeliveryBook>(head.Stream, cancellation);
            if (book.All.FirstOrDefault(d => d.IsUndelivered && d.Documents.Any(x => x.Hash == document)) is { } busy) return UnderWay(busy);
            holders.Add(head.Stream);
        }

        foreach (var stream in holders)
            await EraseAsync(stream, reason, by, history => ([], history.Documents.ContainsKey(document) ? [document] : []), cancellation);
        return finished || holders.Count > 0 ? DeskResult.Recorded : new("erasure.nothing", "Ingen handling med den kontrollsumman finns kvar att gallra. Inget har ändrats.");
    }

    private Task<(int Events, int Documents)> EraseAsync(
        StreamId stream,
        string reason,
        string by,
        Func<RetentionHistory, (IReadOnlyList<long> Versions, IReadOnlyList<DocumentHash> Documents)> choose,
        CancellationToken cancellation)
    {
        var personal = new PersonalValues();
        var why = personal.Commit(OneLine.Of(reason, MostReason));
        return desk.EraseAsync(
            stream,
            Person.Commit(by, personal),
            choose,
            (versions, documents) => new ErasureDecided(versions, documents, Decision: null, why) { Personal = personal },
            cancellation);
    }

    private static DeskResult UnderWay(Delivery delivery) => new(
        "erasure.under-way",
        $"Expedieringen {delivery.Id} är inte klar ({SwedishWords.Of(delivery.State).ToLowerInvariant()}) och behöver uppgifterna. Vänta tills den är klar, eller återkalla den först.");

    private static DeskResult? Refusal(string reason) => OneLine.Of(reason, int.MaxValue) switch
    {
        "" => new("erasure.no-reason", "Inget gallras utan skäl. Skriv varför, och helst vilket gallringsbeslut det vilar på."),
        { Length: > MostReason } => new("erasure.reason-too-long", $"Skälet är längre än {MostReason} tecken. Skriv det kortare."),
        _ => null,
    };
}
