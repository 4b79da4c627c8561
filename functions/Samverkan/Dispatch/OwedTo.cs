using Samverkan.Agreements;

namespace Samverkan.Dispatch;

/// <summary>One recipient of what is owed.</summary>
/// <param name="Id">The delivery's id.</param>
/// <param name="Contact">Who is to receive it.</param>
/// <param name="Via">The group through which the contact receives; null where it is named itself.</param>
public sealed record OwedTo(string Id, ContactId Contact, ContactId? Via);
