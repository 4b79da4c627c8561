using System.CommandLine;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Functions.Cli;

/// <summary><c>extract FILE…</c>: what is read out of minutes.</summary>
internal static class ExtractVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FIL") { Description = "Protokollsutdrag att läsa.", Arity = ArgumentArity.OneOrMore };
        var json = CommonOptions.Json();
        var verb = new Command("extract", "Läser protokollsutdrag och visar vad som står i dem.") { files, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(string[] files, bool json)
    {
        var texts = FileTextReader.Create(TimeProvider.System);
        var code = SamverkanCommand.Success;
        foreach (var file in files)
        {
            if (Read(texts, file) is { } reading) Print(file, reading, json);
            else code = SamverkanCommand.Failure;
        }

        return code;
    }

    private static MinutesReading? Read(FileTextReader texts, string file)
    {
        try
        {
            using var content = File.OpenRead(file);
            using var clock = texts.StartClock();
            var text = texts.Read(content, file, clock.Token);
            var minutes = text.Text is { } prose ? MinutesReader.Read(prose, clock.Token) : null;
            if ((text.Refusal ?? minutes?.Refusal) is { } refusal) Console.Error.WriteLine($"{file}: {refusal.Sentence} [{refusal.Code}]");
            else if (minutes is null) Console.Error.WriteLine($"{file}: filen är av ett slag vars text inte läses. [{text.UnreadCode}]");
            return minutes?.Refusal is null ? minutes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file} går inte att läsa: {e.Message}");
            return null;
        }
    }

    private static void Print(string file, MinutesReading reading, bool json)
    {
        if (json)
        {
            foreach (var line in MinutesJson.Write(file, reading)) Console.WriteLine(line);
            return;
        }

        Console.WriteLine(reading.IsMinutes ? file : $"{file}: texten är inget protokollsutdrag.");
        foreach (var extract in reading.Extracts) MinutesPrint.Write(Console.Out, extract);
    }
}
