using Samverkan.Agreements;
using Samverkan.Dispatch;

namespace Samverkan.Deadlines;

/// <summary>A delivery that has not arrived though its due time is near: people are to be told now.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation that it is to meet.</param>
/// <param name="Occurrence">The year's occurrence of it.</param>
/// <param name="To">Who is told: the responsible and the escalation.</param>
public sealed record DueEscalation(
    Delivery Delivery, Agreement Agreement, Obligation Obligation, Occurrence Occurrence, IReadOnlyList<ContactId> To);
