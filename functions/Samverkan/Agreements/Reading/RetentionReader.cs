using NodaTime.Text;

namespace Samverkan.Agreements.Reading;

/// <summary>Reads the rules of retention: one for each kind at most, each with its decision.</summary>
internal sealed class RetentionReader
{
    private const int MostYears = 100;
    private readonly HashSet<RetainedKind> seen = [];

    internal RetentionRule? Read(JsonCursor at)
    {
        if (at.Object("what", "after", "decision") is not { } properties) return null;
        var what = properties.Required("what", "\"documents\"")?.Word(
            ("documents", RetainedKind.Documents), ("personalValues", RetainedKind.PersonalValues));
        var years = properties.Required("after", "\"P10Y\"") is { } after ? Years(after) : null;
        var decision = properties.Required("decision", "\"Dokumenthanteringsplan, KS 2025/123\"")?.Text();
        if (what is { } kind && !seen.Add(kind))
            at.Fail(RegisterErrorCode.RepeatedEntry, "Det finns redan en regel för detta. Behåll en av dem.");
        return what is { } known && years is { } number && decision is not null ? new RetentionRule(known, number, decision) : null;
    }

    private static int? Years(JsonCursor at)
    {
        if (at.RawText() is not { } text) return null;
        if (PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: var period }
            && period == NodaTime.Period.FromYears(period.Years) && period.Years is >= 1 and <= MostYears) return period.Years;
        at.Fail(RegisterErrorCode.RetentionFormat, $"{Printable.Quoted(text)} är inte ett antal hela år. Skriv till exempel \"P10Y\" för tio år, högst P{MostYears}Y.");
        return null;
    }
}
