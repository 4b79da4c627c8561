using Samverkan.Intake;

namespace Samverkan.Agreements;

/// <summary>One body of an action plan's chain.</summary>
/// <param name="Endorser">The body, as the register names it.</param>
/// <param name="Endorsements">
/// Its endorsements, oldest first: the plan's and each extension's, with date, paragraph and extract as far as they are
/// known. Empty where it has not endorsed.
/// </param>
public sealed record EndorsementLink(string Endorser, IReadOnlyList<Endorsed> Endorsements)
{
    /// <summary>Whether the body stands behind the plan.</summary>
    public bool HasEndorsed => Endorsements.Count > 0;
}
