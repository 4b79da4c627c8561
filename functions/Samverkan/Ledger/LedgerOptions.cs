namespace Samverkan.Ledger;

/// <summary>What is done with the ledger. Settings are named <c>Ledger:…</c>.</summary>
public sealed record LedgerOptions
{
    /// <summary>
    /// The contact or group in the register, by id, to which the daily anchor is sent; null (the default) where it is sent to
    /// nobody. Best somebody outside the municipality's own IT, such as the region's registry.
    /// </summary>
    public string? AnchorTo { get; init; }

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (AnchorTo is not null && !Agreements.ContactId.TryParse(AnchorTo, out _))
            yield return "Ledger:AnchorTo ska vara id:t på en kontakt eller sändlista i registret, till exempel vgr-folkhalsa.";
    }
}
