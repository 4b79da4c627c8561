using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.SignIn;

namespace Samverkan.Functions.Cli;

/// <summary><c>sign-out --all</c>: ends every sign-in, at once.</summary>
internal static class SignOutVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var all = new Option<bool>("--all") { Description = "Alla. En enda loggar ut sig själv på sidorna.", Required = true };
        var verb = new Command("sign-out", "Loggar ut alla från sidorna genast, och drar in länkar som inte har använts.") { data, all };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(data), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var count = await services.GetRequiredService<SignInDesk>().SignOutAllAsync(DeskVerbs.User, cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Utloggade eller indragna: {count}. Ingen är inloggad nu."));
        return SamverkanCommand.Success;
    }
}
