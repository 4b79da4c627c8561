using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Web.Pages;

/// <summary>One obligation on its agreement's page.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Recipients">The names of those who receive.</param>
/// <param name="Lines">Its occurrences, in order.</param>
/// <param name="Omitted">The plan years of the period that have none.</param>
public sealed record ObligationPart(
    Obligation Obligation, IReadOnlyList<string> Recipients, IReadOnlyList<OccurrenceLine> Lines, IReadOnlyList<OmittedYear> Omitted);
