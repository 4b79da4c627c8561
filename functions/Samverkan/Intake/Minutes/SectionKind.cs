namespace Samverkan.Intake.Minutes;

/// <summary>What a part of an extract is about, judged by its heading.</summary>
internal enum SectionKind
{
    /// <summary>What stands between the § line and the first heading: title, diary number, sometimes text.</summary>
    Opening = 0,

    /// <summary>What was decided.</summary>
    Decision,

    /// <summary>What somebody proposed; never a decision.</summary>
    Proposal,

    /// <summary>The matter and its history.</summary>
    Background,

    /// <summary>Who dealt with it before.</summary>
    Preparation,

    /// <summary>The papers that the body had before it.</summary>
    Documents,

    /// <summary>Who is to have the extract.</summary>
    Recipients,

    /// <summary>Reservations, votes, statements: part of the minutes but not of the decision.</summary>
    Dissent,

    /// <summary>Signatures and what comes after them.</summary>
    Closing,
}
