using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;

namespace Samverkan.Functions.Cli;

/// <summary>Prints a timeline for a person: a line for when and what, and below it to whom and more.</summary>
internal static class TimelinePrint
{
    /// <summary>Prints one entry.</summary>
    public static void Write(TextWriter output, TimelineEntry entry, Register register)
    {
        var at = Stockholm.In(entry.At);
        var time = string.Create(CultureInfo.InvariantCulture, $"{SwedishDate.Iso(at.Date)} {at.Hour:00}.{at.Minute:00}");
        output.WriteLine($"{time}  {What(entry)}{Matter(entry, register)}");
        if (entry.To.Count > 0) output.WriteLine($"{"",18}till {string.Join(", ", entry.To.Select(id => NameOf(id, register)))}");
        if (entry.Detail is { Length: > 0 } detail) output.WriteLine($"{"",18}{detail}");
    }

    private static string What(TimelineEntry entry) => entry.Action switch
    {
        "received" => "Mottaget",
        "quarantined" => "I karantän",
        "adopted" => "Antaget",
        "delivered" => entry.Version switch
        {
            "draft" => "Utkast överlämnat",
            "adopted" => "Fastställd version överlämnad",
            "correction" => "Rättelse överlämnad",
            _ => "Beslut överlämnat",
        },
        "reminder" => $"Påminnelse ({Days(entry.DaysLeft)})",
        "overdue" => $"Försenat ({Days(entry.DaysLeft)})",
        "adoption-pending" => "Väntar på antagande",
        "agreement-ending" => $"Avtalet löper ut ({Days(entry.DaysLeft)})",
        "fulfilled" => "Uppfyllt",
        "reopened" => "Öppet igen",
        "closed" => "Avslutat",
        "needs-action" => "Väntar på person",
        "endorsed" => "Ställningstagande",
        "extended" => "Förlängt",
        _ => entry.Action,
    };

    private static string Days(int? days) => days switch
    {
        null => "dag saknas",
        0 => "i dag",
        1 => "1 dag kvar",
        > 1 => $"{days} dagar kvar",
        -1 => "1 dag försenat",
        _ => $"{-days} dagar försenat",
    };

    private static string Matter(TimelineEntry entry, Register register)
    {
        if (!AgreementId.TryParse(entry.Agreement, out var id) || register.FindAgreement(id) is not { } agreement) return "";
        var obligation = ObligationId.TryParse(entry.Obligation, out var o) ? agreement.FindObligation(o)?.Title : null;
        var year = entry.PlanYear is { } planYear ? " " + planYear.ToString(CultureInfo.InvariantCulture) : "";
        return $": {obligation ?? agreement.Title}{year}";
    }

    private static string NameOf(string id, Register register) =>
        ContactId.TryParse(id, out var contact) && register.FindContact(contact) is { } found ? found.Name : id;
}
