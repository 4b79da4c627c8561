using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Dispatch.Desk;

namespace Samverkan.Functions.Cli;

/// <summary><c>resend ID|--contact C|--failure CODE</c>: sends again.</summary>
internal static class ResendVerb
{
    private const string Done = "skickas igen";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var (id, contact, data) = (DeliveryVerbs.Delivery(), DeliveryVerbs.Contact(), CommonOptions.Data());
        var failure = new Option<string?>("--failure")
        {
            Description = "I stället för ID: alla expedieringar som väntar på person och vars senaste försök slutade med felkoden, till exempel mail.token-refused. Använd den när inställningen är rättad. Koden står vid försöket på expedieringens sida.",
            HelpName = "KOD",
        };
        var reason = new Option<string?>("--reason") { Description = "Varför, om det ska stå i liggaren.", HelpName = "TEXT" };
        var verb = new Command("resend", "Skickar en expediering igen, med samma handlingar till samma kontakt. Den gamla står kvar i loggen.") { id, contact, failure, reason, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(id), parsed.GetValue(contact), parsed.GetValue(failure), parsed.GetValue(reason), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        string data, string? id, string? contact, string? failure, string? reason, CancellationToken cancellation)
    {
        if (new[] { id, contact, failure }.Count(which => which is not null) != 1)
        {
            await Console.Error.WriteLineAsync("Ange ett av en expedierings ID, --contact och --failure.");
            return SamverkanCommand.WrongUse;
        }

        return failure is null ? await ResendAsync(data, id, contact, reason, cancellation) : await ResendAsync(data, failure, reason, cancellation);
    }

    private static Task<int> ResendAsync(string data, string? id, string? contact, string? reason, CancellationToken cancellation) => DeliveryVerbs.RunAsync(
        data, id, contact,
        async (desk, one) =>
        {
            var sent = await desk.ResendAsync(one, reason, DeskVerbs.User, cancellation);
            return (sent.Result, $"Expedieringen skickas igen av tjänsten, som {sent.As}.");
        },
        (desk, about) => desk.ResendAsync(about, reason, DeskVerbs.User, cancellation),
        Done);

    private static async Task<int> ResendAsync(string data, string failure, string? reason, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var result = await services.GetRequiredService<BulkDesk>().ResendAsync(failure, reason, DeskVerbs.User, cancellation);
        return await DeliveryVerbs.PrintAsync($"med felkoden {failure}", result, Done);
    }
}
