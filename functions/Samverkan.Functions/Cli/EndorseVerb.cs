using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Functions.Cli;

/// <summary><c>endorse</c>: records a body's endorsement of an action plan by hand.</summary>
internal static class EndorseVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var agreement = DeskVerbs.Required("--agreement", "Handlingsplanens id i registret.", "ID");
        var body = DeskVerbs.Required("--body", "Organet som har ställt sig bakom planen.", "NAMN");
        var on = CommonOptions.Date("--on", "Sammanträdets datum.");
        var paragraph = new Option<string?>("--paragraph") { Description = "Paragrafen i protokollet, om den är känd.", HelpName = "NUMMER" };
        var verb = new Command("endorse", "Antecknar att ett organ har ställt sig bakom en handlingsplan.") { data, agreement, body, on, paragraph };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), parsed.GetRequiredValue(body), parsed.GetRequiredValue(on),
            parsed.GetValue(paragraph), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        string data, string agreementText, string body, string onText, string? paragraph, CancellationToken cancellation)
    {
        if (CommonOptions.ReadDate("--on", onText) is not { } on) return SamverkanCommand.WrongUse;
        if (!AgreementId.TryParse(agreementText, out var agreement)) return DeskVerbs.Wrong("--agreement", agreementText, "ett id");
        return await DeskVerbs.RunAsync(
            data,
            services => services.GetRequiredService<EndorsementDesk>().EndorseAsync(agreement, body, on, paragraph, DeskVerbs.User, cancellation),
            $"Ställningstagandet den {SwedishDate.Long(on)} är antecknat för {agreement}.");
    }
}
