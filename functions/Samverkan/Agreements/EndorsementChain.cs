using Samverkan.Intake;
using Samverkan.Intake.Matching;

namespace Samverkan.Agreements;

/// <summary>Who stands behind an action plan, and who does not yet.</summary>
/// <param name="Links">The bodies that the register names, in its order.</param>
/// <param name="Others">Endorsements by bodies that it does not name, or where the body is not stated, oldest first.</param>
public sealed record EndorsementChain(IReadOnlyList<EndorsementLink> Links, IReadOnlyList<Endorsed> Others)
{
    // From the strictest form to the most tolerant, as recipients are resolved; a genitive is compared with an indefinite.
    private static readonly (Func<string, string> Named, Func<string, string> Printed)[] Forms =
    [
        (NameFold.Fold, NameFold.Fold),
        (RecipientName.Letters, RecipientName.Letters),
        (RecipientName.Indefinite, RecipientName.Indefinite),
        (RecipientName.Indefinite, RecipientName.Nominative),
    ];

    /// <summary>Whether every body that the register names stands behind the plan.</summary>
    public bool IsWhole => Links.All(link => link.HasEndorsed);

    /// <summary>The chain of an agreement, from the endorsements recorded in its streams, oldest first.</summary>
    public static EndorsementChain Of(Agreement agreement, IEnumerable<Endorsed> endorsements)
    {
        var byBody = endorsements.ToLookup(e => e.Body is { } body ? Find(agreement.Endorsers, body) : null, StringComparer.Ordinal);
        return new EndorsementChain(
            [.. agreement.Endorsers.Select(body => new EndorsementLink(body, [.. byBody[body]]))],
            [.. byBody[null]]);
    }

    /// <summary>The endorser that a printed name means; null where it means none, or where a form cannot tell two apart.</summary>
    internal static string? Find(IReadOnlyList<string> endorsers, string printed)
    {
        foreach (var (named, form) in Forms)
        {
            var key = form(printed);
            string[] found = key.Length > 0 ? [.. endorsers.Where(e => named(e) == key).Distinct(StringComparer.Ordinal)] : [];
            if (found.Length > 0) return found.Length == 1 ? found[0] : null;
        }

        return null;
    }
}
