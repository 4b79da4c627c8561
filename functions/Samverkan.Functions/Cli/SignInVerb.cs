using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Dispatch.Letters;
using Samverkan.Functions.LocalHost;
using Samverkan.SignIn;

namespace Samverkan.Functions.Cli;

/// <summary><c>sign-in</c>: makes a link that signs a person in to the pages, once.</summary>
internal static class SignInVerb
{
    private const int StandardHours = 12;
    private static readonly Uri LocalUrl = new("http://127.0.0.1:7071/");

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var name = DeskVerbs.Required("--name", "Vem länken är till; liggaren säger att det är den som gör det som görs på sidorna.", "NAMN");
        var reader = new Option<bool>("--reader") { Description = "Får läsa, men inte göra något." };
        var hours = new Option<int>("--hours")
        {
            Description = $"Hur många timmar personen är inloggad, 1 till {SignInDesk.MostHours}. Standard är {StandardHours}.",
            HelpName = "TIMMAR",
            DefaultValueFactory = _ => StandardHours,
        };
        var verb = new Command("sign-in", "Gör en länk som loggar in en person på sidorna. Den fungerar en gång, i 15 minuter.") { data, name, reader, hours };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(name), parsed.GetValue(reader) ? SignInRole.Reader : SignInRole.Administrator,
            parsed.GetValue(hours), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string name, SignInRole role, int hours, CancellationToken cancellation)
    {
        if (hours is < 1 or > SignInDesk.MostHours)
            return DeskVerbs.Wrong("--hours", hours.ToString(CultureInfo.InvariantCulture), $"ett antal timmar mellan 1 och {SignInDesk.MostHours}");
        await using var services = await DataFolder.OpenAsync(data, LocalSettings.Read());
        if (services is null) return SamverkanCommand.Failure;
        if (await services.GetRequiredService<SignInDesk>().IssueAsync(name, role, hours, DeskVerbs.User, cancellation) is not { } token)
            return DeskVerbs.Wrong("--name", name, $"ett namn med högst {SignInDesk.LongestName} tecken");
        await Console.Error.WriteLineAsync("Länken visas bara nu. Den fungerar en gång, i 15 minuter, för vem som än öppnar den: lämna den till rätt person.");
        var site = services.GetRequiredService<LetterOptions>().PublicUrl ?? LocalUrl;
        Console.WriteLine($"{site.AbsoluteUri.TrimEnd('/')}/logga-in/{token}");
        return SamverkanCommand.Success;
    }
}
