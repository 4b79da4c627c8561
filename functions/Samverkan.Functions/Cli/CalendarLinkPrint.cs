using Samverkan.Deadlines;
using Samverkan.Deadlines.Calendar;

namespace Samverkan.Functions.Cli;

/// <summary>Links to the calendar feeds in Swedish.</summary>
internal static class CalendarLinkPrint
{
    /// <summary>What a feed shows.</summary>
    public static string Of(CalendarScope scope) => scope switch
    {
        { Agreement: { } agreement } => $"avtalet {agreement}",
        { Responsible: { } contact } => $"det som {contact} ansvarar för",
        _ => "alla avtal",
    };

    /// <summary>A link on one line.</summary>
    public static string Line(CalendarLink link) =>
        $"{link.Number,4}  {Of(link.Scope)}, utfärdad {SwedishDate.Iso(Stockholm.DateOf(link.IssuedAt))}" +
        (link.RevokedAt is { } at ? $", indragen {SwedishDate.Iso(Stockholm.DateOf(at))}" : "");
}
