using Samverkan.Agreements;

namespace Samverkan.Intake;

/// <summary>A recipient of an extract, with its name revealed.</summary>
/// <param name="Printed">The name as printed, or as a person corrected it; null where it has been erased.</param>
/// <param name="Kind">What it was resolved to.</param>
/// <param name="Id">The contact or group; null where it is neither.</param>
public sealed record PrintedRecipient(string? Printed, RecipientKind Kind, ContactId? Id);
