namespace Samverkan.Intake.Matching;

/// <summary>Why a document could not be placed. Stable: pages, the command line and tests refer to them.</summary>
public static class MatchCodes
{
    /// <summary>Nothing in the register resembles the document: neither its number nor its title nor its name.</summary>
    public const string NoAgreement = "match.no-agreement";

    /// <summary>Something in the register resembles the document, but not enough to be sure.</summary>
    public const string Uncertain = "match.uncertain";

    /// <summary>Several agreements or obligations fit equally well.</summary>
    public const string Tie = "match.tie";

    /// <summary>The document's own statements disagree: its number with its title, its text with its name, one year with another.</summary>
    public const string Contradiction = "match.contradiction";

    /// <summary>What it belongs to is clear, but the obligation has no occurrence for the plan year that is stated.</summary>
    public const string NoOccurrence = "match.no-occurrence";

    /// <summary>What it belongs to is clear, but no plan year is stated; a year is never guessed.</summary>
    public const string NoPlanYear = "match.no-plan-year";

    /// <summary>The agreement is clear, but it has no obligation that the plan could fulfil.</summary>
    public const string NoObligation = "match.no-obligation";

    /// <summary>The occurrence is clear, but not which part of its documents the file is.</summary>
    public const string NoPart = "match.no-part";
}
