using Samverkan.Intake.Minutes;

namespace Samverkan.Intake.Matching;

/// <summary>
/// Says what a minutes extract belongs to: by its diary number first, then by its title and plan year. Where it is not
/// sure, the extract waits for a person (issue on minutes, matching).
/// </summary>
public static class ExtractMatcher
{
    /// <summary>
    /// The occurrence or agreement that an extract belongs to, with the reasons; or why there is none, with the
    /// candidates. A period that has ended may still be matched. Pure; never throws on content.
    /// </summary>
    public static PlacementResult Place(MinutesExtract extract, MatchingGround ground)
    {
        ArgumentNullException.ThrowIfNull(extract);
        ArgumentNullException.ThrowIfNull(ground);
        var title = extract.Title?.Value;
        return Matcher.Place(
            new Clues
            {
                Subject = $"Protokollsutdraget § {Shown.Short(extract.Paragraph.Value)}",
                Namings = title is null ? [] : [new Naming("Rubriken", title)],
                Number = extract.DiaryNumber?.Value,
                Year = extract.PlanYear?.Value ?? LoneYear(title),
                Spans = title is null ? [] : TitleYears.Spans(title),
                Extends = extract.ExtendedThrough is not null,
            },
            ground);
    }

    // The reader gives no plan year to a report; what a report is on is its year here.
    private static int? LoneYear(string? title) => title is not null && TitleYears.Alone(title) is [var year] ? year : null;
}
