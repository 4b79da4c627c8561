using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Matching;

/// <summary>A recipient that an extract prints, and whom of the register it means.</summary>
/// <param name="Printed">The name as printed, with its source.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Id">The contact or group; null where it is neither.</param>
/// <param name="NearMisses">Whom it may mean, the nearest first; empty unless <paramref name="Kind"/> is <see cref="RecipientKind.Unknown"/>.</param>
public sealed record ResolvedRecipient(Reading<string> Printed, RecipientKind Kind, ContactId? Id, IReadOnlyList<NearMiss> NearMisses);
