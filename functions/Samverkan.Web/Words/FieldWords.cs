namespace Samverkan.Web.Words;

/// <summary>What the fields of minutes are called, and what a reader's warnings mean, in Swedish.</summary>
internal static class FieldWords
{
    internal static string Of(string field) => field switch
    {
        "paragraph" => "Paragraf",
        "diaryNumber" => "Diarienummer",
        "title" => "Rubrik",
        "planYear" => "Planår",
        "body" => "Organ",
        "meetingDate" => "Sammanträdesdag",
        "decisions" => "Beslut",
        "recipients" => "Mottagare",
        "extendedThrough" => "Förlängs till och med",
        "submissions" => "Skrivelse",
        "preparation" => "Beredning",
        "endorsements" => "Ställningstagande",
        _ => field,
    };

    internal static string Of(Intake.ExtractField field) => Of(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.ToString()));

    internal static string OfWarning(string code) => code switch
    {
        "preparation-date-incomplete" => "Ett datum i beredningen är inte helt utskrivet och har inte lästs.",
        "submission-date-incomplete" => "Datumet för en skrivelse är inte helt utskrivet och har inte lästs.",
        "endorsement-date-incomplete" => "Datumet för ett ställningstagande är inte helt utskrivet och har inte lästs.",
        "meeting-date-incomplete" => "Sammanträdesdagen är inte helt utskriven och har inte lästs.",
        _ => $"Något i utdraget behöver kontrolleras ({code}).",
    };
}
