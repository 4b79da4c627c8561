using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A person has corrected a value of a received extract. What was sent before stands as it was sent.</summary>
/// <param name="File">The extract's file.</param>
/// <param name="Index">Which extract of the file, from 0.</param>
/// <param name="Field">Which value.</param>
/// <param name="Old">What it was, as a commitment of the event; null where nothing was stated.</param>
/// <param name="New">What it is, as a commitment of the event; null where nothing is stated.</param>
/// <param name="Decision">What the decision is known by from now on, all fields.</param>
/// <param name="Recipients">Whom it lists from now on; null where the field is another.</param>
/// <param name="Omitted">Contacts that the obligation demands but the new list does not have; null where the field is another.</param>
/// <param name="By">Who corrected it, as a commitment of the event.</param>
[EventName("extract-corrected")]
public sealed record ExtractCorrected(
    DocumentHash File,
    int Index,
    ExtractField Field,
    Commitment? Old,
    Commitment? New,
    Decision Decision,
    IReadOnlyList<ListedRecipient>? Recipients,
    IReadOnlyList<ContactId>? Omitted,
    Commitment By) : LedgerEvent;
