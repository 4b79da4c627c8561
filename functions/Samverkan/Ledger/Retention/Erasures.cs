using System.Text.Json;

namespace Samverkan.Ledger.Retention;

/// <summary>Compares what is gone from a stream with what it was decided to erase.</summary>
internal sealed class Erasures
{
    private readonly SortedSet<long> _erased = [];
    private readonly HashSet<long> _decided = [];

    /// <summary>The first event whose personal values are gone without a decision; null where there is none.</summary>
    internal long? Undecided => _erased.Where(v => !_decided.Contains(v)).Select(v => (long?)v).FirstOrDefault();

    /// <summary>Takes in an event whose chain has been checked.</summary>
    internal void Add(StoredEvent e)
    {
        if (PersonalValues.Read(e.Personal) is { AreErased: true }) _erased.Add(e.Version);
        if (e.Type != EventCatalog.NameOf<ErasureDecided>()) return;
        if (JsonSerializer.Deserialize<ErasureDecided>(e.Data, LedgerJson.Options) is { } decided) _decided.UnionWith(decided.Versions);
    }
}
