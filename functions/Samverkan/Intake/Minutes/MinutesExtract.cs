using NodaTime;
using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>One paragraph (§) of minutes. What the text does not state is null or empty; nothing is guessed. A value
/// that only follows from another is marked <see cref="Basis.Inferred"/>; this happens to <see cref="Body"/>
/// alone.</summary>
public sealed record MinutesExtract
{
    /// <summary>The paragraph's number, without "§" and board: "193".</summary>
    public required Reading<string> Paragraph { get; init; }

    /// <summary>The registry number of the case.</summary>
    public Reading<DiaryNumber>? DiaryNumber { get; init; }

    /// <summary>The title, on one line.</summary>
    public Reading<string>? Title { get; init; }

    /// <summary>The year of the plan that the title names; not of a report, not of a span of years.</summary>
    public Reading<int>? PlanYear { get; init; }

    /// <summary>The body that decided. Inferred where only letters such as "KS" tell it.</summary>
    public Reading<string>? Body { get; init; }

    /// <summary>The day of the meeting.</summary>
    public Reading<LocalDate>? MeetingDate { get; init; }

    /// <summary>What was decided, as printed without numbering; without what was only proposed, and without
    /// reservations.</summary>
    public IReadOnlyList<Reading<string>> Decisions { get; init; } = [];

    /// <summary>Who is to have the extract, as printed.</summary>
    public IReadOnlyList<Reading<string>> Recipients { get; init; } = [];

    /// <summary>Who wrote to the body, and when.</summary>
    public IReadOnlyList<Reading<Submission>> Submissions { get; init; } = [];

    /// <summary>The bodies that dealt with the case before.</summary>
    public IReadOnlyList<Reading<PreparationStep>> Preparation { get; init; } = [];

    /// <summary>The bodies that stood behind the matter before; the decision of this extract is not among them.</summary>
    public IReadOnlyList<Reading<Endorsement>> Endorsements { get; init; } = [];

    /// <summary>The last year of a period that the decision extends.</summary>
    public Reading<int>? ExtendedThrough { get; init; }

    /// <summary>The decision that adopts something (godkänner, antar, fastställer); null where none does. That it
    /// adopts a plan, and which, is for the title and the register to say.</summary>
    public Reading<string>? Adopts { get; init; }

    /// <summary>The decision to stand behind something (ställer sig bakom); null where there is none.</summary>
    public Reading<string>? Endorses { get; init; }

    /// <summary>What a person should look at; codes of <see cref="MinutesWarnings"/>.</summary>
    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];
}
