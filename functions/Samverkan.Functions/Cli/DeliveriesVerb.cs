using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Deadlines;
using Samverkan.Dispatch;

namespace Samverkan.Functions.Cli;

/// <summary><c>deliveries</c>: the delivery log.</summary>
internal static class DeliveriesVerb
{
    private const int PageSize = 1000;

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var state = new Option<string?>("--status")
        {
            Description = "Bara expedieringar i ett läge: " + string.Join(", ", DeliveryJson.StateNames) + ".",
            HelpName = "LÄGE",
        };
        var notices = new Option<bool>("--notices") { Description = "Tar även med meddelanden till de egna." };
        var json = CommonOptions.Json();
        var verb = new Command("deliveries", "Visar expedieringsloggen, den nyaste först.") { data, state, notices, json };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(state), parsed.GetValue(notices), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string? stateName, bool notices, bool json, CancellationToken cancellation)
    {
        DeliveryState? state = null;
        if (stateName is not null)
        {
            if (!DeliveryJson.TryParseState(stateName, out var parsed))
            {
                await Console.Error.WriteLineAsync($"--status är \"{stateName}\", som inte är ett läge. Välj något av {string.Join(", ", DeliveryJson.StateNames)}.");
                return SamverkanCommand.WrongUse;
            }

            state = parsed;
        }

        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var log = services.GetRequiredService<IDeliveryLog>();
        var filter = new DeliveryFilter(state, Notices: notices, Size: PageSize);
        for (string? after = null; ;)
        {
            var page = await log.PageAsync(filter with { After = after }, cancellation);
            foreach (var row in page.Rows) Console.WriteLine(json ? DeliveryJson.Line(row) : Line(row));
            after = page.Next;
            if (after is null) return SamverkanCommand.Success;
        }
    }

    private static string Line(DeliveryRow row) =>
        $"{Stockholm.In(row.CreatedAt):uuuu'-'MM'-'dd HH':'mm}  {SwedishWords.Of(row.State),-16}  {SwedishWords.Of(row.Version),-18}  {row.Contact,-30}  {row.Agreement} {row.Obligation} {row.PlanYear}  {row.Attempts} försök  {row.Id}";
}
