using System.CommandLine;

namespace Samverkan.Functions.Cli;

/// <summary><c>check REGISTER</c>: every error of a register with its JSON path.</summary>
internal static class CheckVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("REGISTER") { Description = "Registerfilen (register.json)." };
        var verb = new Command("check", "Kontrollerar ett register och visar varje fel med sin plats.") { file };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellation)
    {
        if (await RegisterFile.ReadAsync(file, cancellation) is not { } register) return SamverkanCommand.Failure;
        var obligations = register.Agreements.Sum(a => a.Obligations.Count);
        Console.WriteLine(
            $"Registret är rätt: {register.Agreements.Count} avtal och handlingsplaner, {obligations} åtaganden, {register.Contacts.Count} kontakter, {register.Groups.Count} sändlistor.");
        return SamverkanCommand.Success;
    }
}
