using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A recipient that an extract lists.</summary>
/// <param name="Printed">The name as printed, as a commitment of the same event.</param>
/// <param name="Kind">What it was resolved to.</param>
/// <param name="Id">The contact or group; null where it is neither.</param>
public sealed record ListedRecipient(Commitment Printed, RecipientKind Kind, ContactId? Id);
