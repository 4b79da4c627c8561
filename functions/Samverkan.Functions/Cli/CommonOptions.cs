using System.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace Samverkan.Functions.Cli;

/// <summary>Options that several verbs take.</summary>
internal static class CommonOptions
{
    /// <summary>The data folder.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "Datamappen. Standard är ./data.",
        HelpName = "MAPP",
        DefaultValueFactory = _ => "./data",
    };

    /// <summary>Where the pages are served.</summary>
    public static Option<string> Urls() => new("--urls")
    {
        Description = "Var sidorna visas. Standard är http://127.0.0.1:7071, som bara nås från den här datorn.",
        HelpName = "ADRESS",
        DefaultValueFactory = _ => "http://127.0.0.1:7071",
    };

    /// <summary>Who does it.</summary>
    public static Option<string> By() => new("--by")
    {
        Description = "Vem som gör det; det skrivs i liggaren. Standard är den inloggade användaren.",
        HelpName = "NAMN",
        DefaultValueFactory = _ => Environment.UserName,
    };

    /// <summary>Answers for programs.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Skriver JSON, ett objekt per rad." };

    /// <summary>A register's file.</summary>
    public static Option<string> Register() => new("--register")
    {
        Description = "Registerfilen (register.json).",
        HelpName = "FIL",
        Required = true,
    };

    /// <summary>A date.</summary>
    public static Option<string> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "ÅÅÅÅ-MM-DD",
        Required = true,
    };

    /// <summary>Reads a date; null, with a line to standard error, where it is not one.</summary>
    public static LocalDate? ReadDate(string name, string? text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text ?? "");
        if (parsed.Success) return parsed.Value;
        Console.Error.WriteLine($"{name} är \"{text}\", som inte är ett datum. Skriv det som 2022-12-01.");
        return null;
    }
}
