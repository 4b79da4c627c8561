using System.Text.Json;

namespace Samverkan.Deadlines;

/// <summary>The form that the command line's <c>occurrences --json</c> gives an occurrence: one object on one line.</summary>
public static class OccurrenceJson
{
    /// <summary><c>{"agreement":…,"obligation":…,"planYear":…,"due":…,"effectiveDue":…}</c>, dates ISO 8601, without line end.</summary>
    public static string Line(Occurrence occurrence) => JsonSerializer.Serialize(new
    {
        agreement = occurrence.AgreementId,
        obligation = occurrence.ObligationId,
        planYear = occurrence.PlanYear,
        due = SwedishDate.Iso(occurrence.Due),
        effectiveDue = SwedishDate.Iso(occurrence.EffectiveDue),
    });
}
