namespace Samverkan.Intake;

/// <summary>Why a release, a discard or a correction was not done. Stable: the command line and tests refer to them.</summary>
public static class ToolCodes
{
    /// <summary>No file with the id waits in quarantine.</summary>
    public const string NotQuarantined = "release.not-quarantined";

    /// <summary>The ledger says that the file waits, but the quarantine has lost it.</summary>
    public const string FileMissing = "release.file-missing";

    /// <summary>The choice names no agreement, or one that the register does not have.</summary>
    public const string NoAgreement = "release.no-agreement";

    /// <summary>The choice names an obligation that the agreement does not have, or lacks one where it is needed.</summary>
    public const string NoObligation = "release.no-obligation";

    /// <summary>The choice names a plan year without an occurrence, or lacks one where it is needed.</summary>
    public const string NoOccurrence = "release.no-occurrence";

    /// <summary>The choice names a part that the obligation does not have.</summary>
    public const string NoPart = "release.no-part";

    /// <summary>The choice says that a plan is adopted, of minutes.</summary>
    public const string NotPlan = "release.not-a-plan";

    /// <summary>Minutes with several paragraphs, and the choice does not say which, or names one that they do not have.</summary>
    public const string WhichParagraph = "release.which-paragraph";

    /// <summary>The stream or the extract that is to be corrected does not exist.</summary>
    public const string NoExtract = "correct.no-extract";

    /// <summary>The value is not one that the field can have.</summary>
    public const string BadValue = "correct.bad-value";

    /// <summary>Somebody else corrected the extract meanwhile.</summary>
    public const string Changed = "correct.changed";

    /// <summary>Who does it or why is not said.</summary>
    public const string NotSaid = "tool.not-said";
}
