using System.Text.Json;
using NodaTime.Text;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>Writes quarantined files as JSON for machines, an object each; what is not known is null.</summary>
public static class QuarantineJson
{
    private static readonly JsonSerializerOptions Options = new(LedgerJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
    };

    /// <summary>One object, without line breaks: <c>{id, name, size, since, code, reason, candidates}</c>; times in Stockholm's, ISO 8601.</summary>
    public static string Line(QuarantinedFile file) => JsonSerializer.Serialize(
        new
        {
            file.Id,
            file.Name,
            file.Size,
            Since = OffsetDateTimePattern.Rfc3339.Format(Stockholm.In(file.Since).ToOffsetDateTime()),
            file.Code,
            file.Reason,
            Candidates = file.Candidates.Select(c => new { c.Agreement, c.Obligation, c.PlanYear, c.Score, c.Why }),
        },
        Options);
}
