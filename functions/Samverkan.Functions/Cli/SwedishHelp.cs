using System.CommandLine;
using System.CommandLine.Invocation;

namespace Samverkan.Functions.Cli;

/// <summary>Prints what a verb does and takes, in Swedish.</summary>
internal sealed class SwedishHelp : SynchronousCommandLineAction
{
    private const string Program = "dotnet run --project functions/Samverkan.Functions --";

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var root = command is RootCommand;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Så här: {Program} {(root ? "VERB" : command.Name)}{string.Concat(command.Arguments.Select(a => $" {Usage(a)}"))} [alternativ]");
        Print(output, "Verb:", command.Subcommands.Select(c => (c.Name, c.Description)));
        Print(output, "Argument:", command.Arguments.Select(a => (a.Name, a.Description)));
        Print(output, "Alternativ:", command.Options.Select(o => (Usage(o), o.Description)));
        if (root)
        {
            output.WriteLine();
            output.WriteLine("Utan verb startar tjänsten. Skriv VERB --help för vad ett verb tar emot.");
        }

        return SamverkanCommand.Success;
    }

    private static string Usage(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;

    private static string Usage(Option option) =>
        option.Arity.MaximumNumberOfValues == 0 ? option.Name : $"{option.Name} {option.HelpName}";

    private static void Print(TextWriter output, string heading, IEnumerable<(string Name, string? Description)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0) return;
        output.WriteLine();
        output.WriteLine(heading);
        var width = all.Max(r => r.Name.Length) + 2;
        foreach (var (name, description) in all) output.WriteLine($"  {name.PadRight(width)}{description}");
    }
}
