using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Samverkan.Deadlines;

/// <summary>The form that the command line's <c>check --against --json</c> gives a change: one object on one line.</summary>
public static class OccurrenceChangeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };

    /// <summary>
    /// <c>{"change":"added|gone|changed","agreement":…,"obligation":…,"planYear":…,"due":…,"effectiveDue":…,"details":[{"what":…,"before":…,"after":…}]}</c>
    /// without line end. The dates are those of the new register, or of what falls away.
    /// </summary>
    public static string Line(OccurrenceChange change) => JsonSerializer.Serialize(
        new
        {
            change = change.Kind,
            agreement = change.Occurrence.AgreementId,
            obligation = change.Occurrence.ObligationId,
            planYear = change.Occurrence.PlanYear,
            due = SwedishDate.Iso(change.Occurrence.Due),
            effectiveDue = SwedishDate.Iso(change.Occurrence.EffectiveDue),
            details = change.Details.Select(d => new { what = d.What, before = d.Before, after = d.After }),
        },
        Options);
}
