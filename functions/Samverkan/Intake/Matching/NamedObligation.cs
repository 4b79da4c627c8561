using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>An obligation that a document names.</summary>
internal sealed record NamedObligation(Obligation Obligation, IReadOnlyList<string> Why);
