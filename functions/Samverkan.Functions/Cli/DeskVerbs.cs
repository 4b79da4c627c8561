using System.CommandLine;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Functions.Cli;

/// <summary>What the verbs share by which a person has something recorded.</summary>
internal static class DeskVerbs
{
    /// <summary>Who the ledger says it was: the machine's user.</summary>
    public static string User => Person.CommandLine + Environment.UserName;

    /// <summary>An option that must be given.</summary>
    public static Option<string> Required(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Required = true };

    /// <summary>Says that a value is not what it should be.</summary>
    public static int Wrong(string name, string value, string what)
    {
        Console.Error.WriteLine($"{name} är \"{value}\", som inte är {what}.");
        return SamverkanCommand.WrongUse;
    }

    /// <summary>Asks for the recording on a data folder, and says what became of it.</summary>
    public static async Task<int> RunAsync(string data, Func<IServiceProvider, Task<DeskResult>> ask, string done)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var result = await ask(services);
        if (result.IsRecorded) Console.WriteLine(done);
        else await Console.Error.WriteLineAsync(result.Message);
        return result.IsRecorded ? SamverkanCommand.Success : SamverkanCommand.Failure;
    }
}
