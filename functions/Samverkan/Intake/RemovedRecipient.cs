using Samverkan.Agreements;

namespace Samverkan.Intake;

/// <summary>A contact that a corrected list of recipients no longer has.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Delivery">The id of the delivery that it was to have.</param>
/// <param name="IsHandedOver">Whether the delivery has been handed over already.</param>
public sealed record RemovedRecipient(ContactId Contact, string Delivery, bool IsHandedOver);
