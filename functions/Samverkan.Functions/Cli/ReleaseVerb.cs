using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Agreements;
using Samverkan.Intake;

namespace Samverkan.Functions.Cli;

/// <summary><c>release ID</c>: lets a file out of quarantine, to where a person says or where it belongs by itself.</summary>
internal static class ReleaseVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var id = QuarantineArgument();
        var agreement = Text("--agreement", "Avtalet eller handlingsplanen som dokumentet hör till. Utan val placeras det som vanligt.", "ID");
        var obligation = Text("--obligation", "Åtagandet; anges inte när ett protokollsutdrag gäller avtalet självt.", "ID");
        var year = new Option<int?>("--plan-year") { Description = "Planåret; anges tillsammans med åtagandet.", HelpName = "ÅR" };
        var part = Text("--part", "Vilken del av planen filen är, när varken namn eller text säger det.", "DEL");
        var adopted = new Option<bool>("--adopted") { Description = "Planen är antagen, fast varken namn eller text säger det." };
        var paragraph = Text("--paragraph", "Vilken paragraf valet gäller, i ett protokoll med flera.", "NUMMER");
        var (by, data) = (CommonOptions.By(), CommonOptions.Data());
        var verb = new Command("release", "Släpper en fil ur karantänen, och expedierar det som följer av den.")
        {
            id, agreement, obligation, year, part, adopted, paragraph, by, data,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(id), parsed.GetRequiredValue(by),
            (parsed.GetValue(agreement), parsed.GetValue(obligation)),
            new ReleaseChoice
            {
                PlanYear = parsed.GetValue(year),
                Part = parsed.GetValue(part),
                Adopted = parsed.GetValue(adopted),
                Paragraph = parsed.GetValue(paragraph)?.TrimStart('§', ' '),
            },
            cancellation));
        return verb;
    }

    /// <summary>The id of a quarantined file.</summary>
    public static Argument<string> QuarantineArgument() => new("ID") { Description = "Filens id i karantänen; verbet quarantine visar det." };

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static async Task<int> RunAsync(
        string data, string id, string by, (string? Agreement, string? Obligation) named, ReleaseChoice rest, CancellationToken cancellation)
    {
        if (Chosen(named, rest) is not { } choice)
        {
            await Console.Error.WriteLineAsync("--agreement eller --obligation är inte ett id. Skriv det som det står i registret, med a–z, 0–9 och bindestreck.");
            return SamverkanCommand.WrongUse;
        }

        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var released = await services.GetRequiredService<QuarantineRelease>()
            .ReleaseAsync(id, choice == new ReleaseChoice() ? null : choice, by, cancellation);
        if (released.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"{problem.Sentence} [{problem.Code}]");
            return SamverkanCommand.Failure;
        }

        Console.WriteLine($"Filen är släppt och ligger nu i {string.Join(", ", released.Streams)}. Det som ska expedieras skickas av tjänsten.");
        return SamverkanCommand.Success;
    }

    private static ReleaseChoice? Chosen((string? Agreement, string? Obligation) named, ReleaseChoice rest)
    {
        AgreementId agreement = default;
        ObligationId obligation = default;
        if (named.Agreement is not null && !AgreementId.TryParse(named.Agreement, out agreement)) return null;
        if (named.Obligation is not null && !ObligationId.TryParse(named.Obligation, out obligation)) return null;
        return rest with
        {
            Agreement = named.Agreement is null ? null : agreement,
            Obligation = named.Obligation is null ? null : obligation,
        };
    }
}
