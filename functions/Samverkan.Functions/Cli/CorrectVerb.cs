using System.Collections.Frozen;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Functions.Cli;

/// <summary><c>correct STREAM HASH[:INDEX]</c>: corrects a value of a received extract, after which the document goes on.</summary>
internal static class CorrectVerb
{
    private static readonly FrozenDictionary<string, ExtractField> Fields =
        Enum.GetValues<ExtractField>().ToFrozenDictionary(f => JsonNamingPolicy.CamelCase.ConvertName(f.ToString()), StringComparer.Ordinal);

    private static string FieldNames => string.Join(", ", Fields.OrderBy(f => f.Value).Select(f => f.Key));

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var stream = new Argument<string>("STRÖM") { Description = "Var utdraget ligger, till exempel folkhalsa-2021.2023." };
        var extract = new Argument<string>("SHA-256[:NR]") { Description = "Filens kontrollsumma, eller dess första 8 tecken; och vilket utdrag i filen, från 0." };
        var field = new Option<string>("--field") { Description = $"Vad som rättas: {FieldNames}.", HelpName = "FÄLT", Required = true };
        var value = new Option<string>("--value")
        {
            Description = "Vad det ska vara; tomt (\"\") när det inte framgår. Datum skrivs 2022-12-12, mottagare med semikolon mellan.",
            HelpName = "VÄRDE",
            Required = true,
        };
        var (by, data) = (CommonOptions.By(), CommonOptions.Data());
        var verb = new Command("correct", "Rättar en uppgift i ett protokollsutdrag. Nya mottagare får utdraget; ingen får det igen.")
        {
            stream, extract, field, value, by, data,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(stream), parsed.GetRequiredValue(extract),
            parsed.GetRequiredValue(field), parsed.GetRequiredValue(value), parsed.GetRequiredValue(by), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        string data, string streamName, string extract, string fieldName, string value, string by, CancellationToken cancellation)
    {
        if (!Fields.TryGetValue(fieldName, out var field)) return await WrongAsync($"--field är \"{fieldName}\", som inte går att rätta. Välj något av {FieldNames}.");
        if (!StreamId.TryParse(streamName, out var stream)) return await WrongAsync($"STRÖM är \"{streamName}\", som inte är en ström. Skriv den som folkhalsa-2021.2023.");
        var (hash, number) = extract.Split(':') is [var before, var after] ? (before, after) : (extract, "0");
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return await WrongAsync($"\"{extract}\" säger inte vilket utdrag. Skriv kontrollsumman, och :1 efter den för filens andra utdrag.");

        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var result = await services.GetRequiredService<ExtractCorrection>().CorrectAsync(stream, hash, index, field, value, by, cancellation);
        foreach (var unknown in result.Unresolved)
        {
            var near = unknown.NearMisses.Count > 0 ? $" Menas {string.Join(" eller ", unknown.NearMisses.Select(n => n.Name))}?" : "";
            await Console.Error.WriteLineAsync($"{unknown.Printed.Value} finns inte i registret, och inget skickas dit.{near}");
        }

        if (result.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"{problem.Sentence} [{problem.Code}]");
            return SamverkanCommand.Failure;
        }

        foreach (var removed in result.Removed)
        {
            await Console.Error.WriteLineAsync(removed.IsHandedOver
                ? $"{removed.Contact} står inte längre på listan men har redan fått utdraget (expediering {removed.Delivery}). Kontakta mottagaren om det var fel."
                : $"{removed.Contact} står inte längre på listan, men expedieringen {removed.Delivery} är redan bestämd och skickas ändå. En rättelse återkallar ingenting.");
        }

        Console.WriteLine(result.Owed.Count == 0
            ? "Uppgiften är rättad. Ingen ny mottagare ska ha utdraget."
            : $"Uppgiften är rättad. Utdraget skickas av tjänsten till {string.Join(", ", result.Owed)}.");
        return SamverkanCommand.Success;
    }

    private static async Task<int> WrongAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return SamverkanCommand.WrongUse;
    }
}
