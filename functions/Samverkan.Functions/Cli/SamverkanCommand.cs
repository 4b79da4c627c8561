using System.CommandLine;
using System.CommandLine.Help;
using Samverkan.Functions.LocalHost;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Cli;

/// <summary>The command line: a class a verb. Answers for programs go to standard output, everything else to standard error.</summary>
internal static class SamverkanCommand
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>What was asked for could not be done, or found faults.</summary>
    public const int Failure = 1;

    /// <summary>Wrong use: one line says what.</summary>
    public const int WrongUse = 2;

    // How long after Ctrl+C or SIGTERM the process is ended by force. A host lets what is in hand finish, and sees to its own end before this.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestStopOfHost = EmbeddedHost.LongestStop + TimeSpan.FromSeconds(10);

    /// <summary>Runs what the arguments ask for, the host where they ask for nothing; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var verbless = arguments is [] or [['-', ..], ..] && !arguments.Any(a => a is "--help" or "-h");
        var parsed = Create().Parse(verbless ? ["run", .. arguments] : arguments);
        if (parsed.Action is not SwedishHelp && Complaint(parsed) is { } complaint)
        {
            await Console.Error.WriteLineAsync(complaint);
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = parsed.CommandResult.Command.Name == RunVerb.Name ? LongestStopOfHost : LongestStop,
            });
        }
        catch (LocalStorageException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} [{e.Code}]");
            return Failure;
        }
        catch (Exception e) when (AzureStorageException.Of(e) is { } azure)
        {
            await Console.Error.WriteLineAsync($"{azure.Message} [{azure.Code}]");
            return Failure;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Avbrutet.");
            return Failure;
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Samverkan minns samverkansavtalens åtaganden: påminner, tar emot planer och protokollsutdrag, expedierar dem och kan bevisa det.")
        {
            RunVerb.Create(),
            DemoVerb.Create(),
            CheckVerb.Create(),
            OccurrencesVerb.Create(),
            ExtractVerb.Create(),
            DeliveriesVerb.Create(),
            HandoverVerb.Create(),
            ResendVerb.Create(),
            CancelVerb.Create(),
            AcknowledgeVerb.Create(),
            ContactVerb.Create(),
            QuarantineVerb.Create(),
            ReleaseVerb.Create(),
            DiscardVerb.Create(),
            CorrectVerb.Create(),
            CertificateVerb.Create(),
            VerifyVerb.Create(),
            MigrateVerb.Create(),
            CalendarLinkVerb.Create(),
            SignInVerb.Create(),
            SignOutVerb.Create(),
            CloseVerb.Create(),
            EndorseVerb.Create(),
            EraseVerb.Create(),
            SimulateVerb.Create(),
        };
        root.Options.Clear();
        root.Directives.Clear();
        root.Add(new HelpOption("--help", "-h") { Description = "Visar den här hjälpen.", Action = new SwedishHelp() });
        return root;
    }

    private static string? Complaint(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = command is RootCommand ? "Skriv --help för att se vad som går." : $"Skriv {command.Name} --help för hjälp.";
        if (parsed.UnmatchedTokens is [var unknown, ..]) return $"\"{unknown}\" hör inte hit. {help}";
        foreach (var option in command.Options)
        {
            var result = parsed.GetResult(option);
            if (result is null or { Implicit: true } ? option.Required : option.Arity.MinimumNumberOfValues > result.Tokens.Count)
                return $"{option.Name} saknar sitt värde: {option.Description} {help}";
        }

        if (command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 }) is { } missing)
            return $"{missing.Name} saknas: {missing.Description} {help}";
        return parsed.Errors.Count > 0 ? $"\"{parsed.Tokens.LastOrDefault()?.Value}\" går inte att använda här. {help}" : null;
    }
}
