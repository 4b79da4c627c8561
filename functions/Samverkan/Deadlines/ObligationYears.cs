namespace Samverkan.Deadlines;

/// <summary>
/// Every plan year of an agreement's period for one obligation: each is in exactly one of the lists, both in order.
/// </summary>
/// <param name="Occurrences">The years that have an occurrence.</param>
/// <param name="Omitted">The years that have none, with the reason.</param>
public sealed record ObligationYears(IReadOnlyList<Occurrence> Occurrences, IReadOnlyList<OmittedYear> Omitted);
