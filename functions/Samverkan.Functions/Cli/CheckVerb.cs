using System.CommandLine;
using System.Globalization;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Functions.Cli;

/// <summary>
/// <c>check REGISTER</c>: every error of a register with its JSON path; with <c>--against</c> what it changes in coming
/// occurrences.
/// </summary>
internal static class CheckVerb
{
    private const int YearsAhead = 6;

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("REGISTER") { Description = "Registerfilen (register.json)." };
        var against = new Option<string?>("--against")
        {
            Description = "Registerfilen som används nu: visar vad REGISTER ändrar i det som förfaller framöver.",
            HelpName = "FIL",
        };
        var from = new Option<string?>("--from")
        {
            Description = $"Första förfallodag att jämföra, till {YearsAhead} år senare. Standard är i dag.",
            HelpName = "ÅÅÅÅ-MM-DD",
        };
        var json = CommonOptions.Json();
        var verb = new Command("check", "Kontrollerar ett register och visar varje fel med sin plats.") { file, against, from, json };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(against), parsed.GetValue(from), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? against, string? fromText, bool json, CancellationToken cancellation)
    {
        if (against is null && (json || fromText is not null))
        {
            await Console.Error.WriteLineAsync("--from och --json hör ihop med --against. Ange registret som används nu: --against data/register.json.");
            return SamverkanCommand.WrongUse;
        }

        var from = fromText is null ? Stockholm.DateOf(SystemClock.Instance.GetCurrentInstant()) : CommonOptions.ReadDate("--from", fromText);
        if (from is null) return SamverkanCommand.WrongUse;
        if (await RegisterFile.ReadAsync(file, cancellation) is not { } register) return SamverkanCommand.Failure;
        if (!json) Console.WriteLine(Summary(register));
        if (against is null) return SamverkanCommand.Success;
        if (await RegisterFile.ReadAsync(against, cancellation) is not { } used)
        {
            await Console.Error.WriteLineAsync($"Felen ovan är i {against}, så det går inte att jämföra med. {file} är utan fel.");
            return SamverkanCommand.Failure;
        }

        RegisterDifferencePrint.Write(Console.Out, used, register, from.Value, from.Value.PlusYears(YearsAhead), json);
        return SamverkanCommand.Success;
    }

    private static string Summary(Register register)
    {
        var obligations = register.Agreements.Sum(a => a.Obligations.Count);
        return $"Registret är rätt: {Count(register.Agreements.Count, "avtal eller handlingsplan", "avtal och handlingsplaner")}, {Count(obligations, "åtagande", "åtaganden")}, {Count(register.Contacts.Count, "kontakt", "kontakter")}, {Count(register.Groups.Count, "sändlista", "sändlistor")}.";

        static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
    }
}
