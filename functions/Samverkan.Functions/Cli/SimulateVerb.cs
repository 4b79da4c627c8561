using System.CommandLine;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;

namespace Samverkan.Functions.Cli;

/// <summary><c>simulate</c>: plays the calendar on a simulated clock, with nothing sent.</summary>
internal static class SimulateVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var register = CommonOptions.Register();
        var drops = new Option<string?>("--drops")
        {
            Description = "En mapp med filer som läggs i inkorgen vid den tid som namnet börjar med: 2022-10-27T09.00 namn.docx.",
            HelpName = "MAPP",
        };
        var from = CommonOptions.Date("--from", "Första dagen.");
        var to = CommonOptions.Date("--to", "Sista dagen.");
        var json = CommonOptions.Json();
        var verb = new Command("simulate", "Spelar upp kalendern på en påhittad klocka och visar vad som skulle hända. Inget skickas.") { register, drops, from, to, json };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(register), parsed.GetValue(drops), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        string registerFile, string? drops, string? fromText, string? toText, bool json, CancellationToken cancellation)
    {
        if (CommonOptions.ReadDate("--from", fromText) is not { } from || CommonOptions.ReadDate("--to", toText) is not { } to)
            return SamverkanCommand.WrongUse;
        if (from > to || (drops is not null && !Directory.Exists(drops)))
        {
            await Console.Error.WriteLineAsync(from > to ? "--from är senare än --to." : $"--drops är \"{drops}\", som inte är en mapp.");
            return SamverkanCommand.WrongUse;
        }

        if (await RegisterFile.ReadAsync(registerFile, cancellation) is not { } register) return SamverkanCommand.Failure;
        var folder = Directory.CreateTempSubdirectory("samverkan-simulate-").FullName;
        try
        {
            await using var play = await SimulatedPlay.CreateAsync(folder, registerFile, from, durable: false, cancellation);
            var isEmpty = true;
            await foreach (var entry in play.RunAsync(drops is null ? [] : Drop.In(drops), to, cancellation))
            {
                isEmpty = false;
                if (json) Console.WriteLine(TimelineJson.Line(entry));
                else TimelinePrint.Write(Console.Out, entry, register);
            }

            if (isEmpty && !json) Console.WriteLine($"Inget händer mellan {SwedishDate.Iso(from)} och {SwedishDate.Iso(to)}.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return SamverkanCommand.Success;
    }
}
