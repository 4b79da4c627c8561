using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Functions.Cli;

/// <summary><c>close</c>: closes an occurrence with a reason and a date.</summary>
internal static class CloseVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var agreement = DeskVerbs.Required("--agreement", "Avtalets id i registret.", "ID");
        var obligation = DeskVerbs.Required("--obligation", "Åtagandets id i registret.", "ID");
        var year = DeskVerbs.Required("--plan-year", "Året som planen gäller.", "ÅÅÅÅ");
        var on = CommonOptions.Date("--on", "Från vilken dag det är avslutat.");
        var reason = DeskVerbs.Required("--reason", "Varför.", "TEXT");
        var verb = new Command("close", "Avslutar ett års åtagande: inget mer påminns om eller skickas.") { data, agreement, obligation, year, on, reason };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), parsed.GetRequiredValue(obligation), parsed.GetRequiredValue(year),
            parsed.GetRequiredValue(on), parsed.GetRequiredValue(reason), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        string data, string agreementText, string obligationText, string yearText, string onText, string reason, CancellationToken cancellation)
    {
        if (CommonOptions.ReadDate("--on", onText) is not { } on) return SamverkanCommand.WrongUse;
        if (!AgreementId.TryParse(agreementText, out var agreement)) return DeskVerbs.Wrong("--agreement", agreementText, "ett id");
        if (!ObligationId.TryParse(obligationText, out var obligation)) return DeskVerbs.Wrong("--obligation", obligationText, "ett id");
        if (!int.TryParse(yearText, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2999)
            return DeskVerbs.Wrong("--plan-year", yearText, "ett år");
        return await DeskVerbs.RunAsync(
            data,
            services => services.GetRequiredService<OccurrenceDesk>().CloseAsync(agreement, obligation, year, on, reason, DeskVerbs.User, cancellation),
            $"Åtagandet {obligation} för {year} i avtalet {agreement} är avslutat från och med den {SwedishDate.Long(on)}.");
    }
}
