namespace Samverkan.Agreements;

/// <summary>
/// After how long something is erased, and on which decision: an authority erases public records only on one
/// (arkivlagen 1990:782, § 10).
/// </summary>
/// <param name="What">What is erased.</param>
/// <param name="Years">Whole years after the end of the year in which the matter was last touched: 1 to 100.</param>
/// <param name="Decision">The decision, as people find it: its body, date or number.</param>
public sealed record RetentionRule(RetainedKind What, int Years, string Decision);
