using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>A document as an event names it.</summary>
/// <param name="Hash">Its bytes.</param>
/// <param name="Name">The name that it was dropped under, as a commitment of the same event.</param>
/// <param name="Part">Which part of the set it is, such as <c>plan</c>, or <c>extract</c>.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record DocumentRef(DocumentHash Hash, Commitment Name, string Part, long Size)
{
    /// <summary>The part that a printed covering letter is.</summary>
    public const string LetterPart = "letter";

    /// <summary>The part that a minutes extract is.</summary>
    public const string ExtractPart = "extract";
}
