using System.Collections.Frozen;
using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>An agreement with its titles cut into words.</summary>
internal sealed class GroundedAgreement
{
    internal GroundedAgreement(Agreement agreement)
    {
        Agreement = agreement;
        Own = KnownTitle.ForPeople(obligation: null, agreement.Title);
        Titles =
        [
            Own,
            .. agreement.Obligations.SelectMany(obligation => obligation.Titles
                .Select(title => KnownTitle.InMinutes(obligation, title))
                .Append(KnownTitle.ForPeople(obligation, obligation.Title))),
        ];
        Topic = Own.Words.Telling.Concat(TitleWords.Of(agreement.Id.Value.Replace('-', ' ')).Telling).ToFrozenSet(StringComparer.Ordinal);
    }

    internal Agreement Agreement { get; }

    /// <summary>The agreement's own title.</summary>
    internal KnownTitle Own { get; }

    /// <summary>Its own title and those of its obligations.</summary>
    internal IReadOnlyList<KnownTitle> Titles { get; }

    /// <summary>What its title and its id say that it concerns.</summary>
    internal FrozenSet<string> Topic { get; }
}
