using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>All that a document says of what it belongs to.</summary>
internal sealed record Clues
{
    /// <summary>The document, to begin a sentence with: "Protokollsutdraget § 193".</summary>
    internal required string Subject { get; init; }

    /// <summary>What names it; empty where nothing does.</summary>
    internal IReadOnlyList<Naming> Namings { get; init; } = [];

    /// <summary>The diary number that it carries.</summary>
    internal DiaryNumber? Number { get; init; }

    /// <summary>The plan year that it states.</summary>
    internal int? Year { get; init; }

    /// <summary>The spans of years in its title.</summary>
    internal IReadOnlyList<(int From, int To)> Spans { get; init; } = [];

    /// <summary>True where it decides that a period goes on: then the period's end is no limit.</summary>
    internal bool Extends { get; init; }

    /// <summary>True for a plan, which belongs to an obligation; an extract may concern the agreement itself.</summary>
    internal bool NeedsObligation { get; init; }

    /// <summary>The agreements whose ids stand in the path.</summary>
    internal IReadOnlyList<AgreementId> SaidAgreements { get; init; } = [];

    /// <summary>The obligations whose ids stand in the path.</summary>
    internal IReadOnlyList<ObligationId> SaidObligations { get; init; } = [];

    /// <summary>True where anything of it names a document about another: a report, a reply, an attachment.</summary>
    internal bool IsAbout => Namings.Any(naming => naming.Words.IsAbout);
}
