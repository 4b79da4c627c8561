namespace Samverkan.Ledger;

/// <summary>How the ledger differs from what was once written.</summary>
public enum LedgerFaultKind
{
    /// <summary>An event is missing where one must be.</summary>
    Missing,

    /// <summary>A stored field is not the one that was sealed.</summary>
    Changed,

    /// <summary>A personal value is not the one committed to, or is gone without a decision to erase it.</summary>
    Personal,

    /// <summary>The stream's head is not its newest event: the newest has been removed, or the head changed.</summary>
    Head,

    /// <summary>A daily anchor does not agree with the streams.</summary>
    Anchor,
}
