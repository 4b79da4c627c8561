using System.Text.Json.Serialization;

namespace Samverkan.Ledger;

/// <summary>
/// Something that happened. Each kind is a record in the folder of its feature, marked with its stable name
/// (<see cref="EventNameAttribute"/>); properties may be added, never renamed or given another meaning.
/// </summary>
public abstract record LedgerEvent
{
    /// <summary>The personal values that the event refers to by commitment; stored beside it.</summary>
    [JsonIgnore]
    public PersonalValues Personal { get; init; } = new();

    /// <summary>The archived documents that the event holds on to, until they are erased; none by default.</summary>
    [JsonIgnore]
    public virtual IEnumerable<DocumentHash> Holds => [];

    /// <summary>
    /// The number of the imported register that it was decided under (<c>RegisterImported.Number</c>); null where no
    /// decision was taken, or by a version of Samverkan that did not record it.
    /// </summary>
    public int? Register { get; init; }
}
