using System.CommandLine;

namespace Samverkan.Functions.Cli;

/// <summary><c>cancel ID|--contact C --reason R</c>: cancels what nobody has received.</summary>
internal static class CancelVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var (id, contact, data) = (DeliveryVerbs.Delivery(), DeliveryVerbs.Contact(), CommonOptions.Data());
        var reason = DeskVerbs.Required("--reason", "Varför.", "TEXT");
        var verb = new Command("cancel", "Återkallar en expediering som ingen har fått: den försöks inte mer.") { id, contact, reason, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(id), parsed.GetValue(contact), parsed.GetRequiredValue(reason), cancellation));
        return verb;
    }

    private static Task<int> RunAsync(string data, string? id, string? contact, string reason, CancellationToken cancellation) => DeliveryVerbs.RunAsync(
        data, id, contact,
        async (desk, one) => (await desk.CancelAsync(one, reason, DeskVerbs.User, cancellation), $"Expedieringen {one} är återkallad och skickas inte."),
        (desk, about) => desk.CancelAsync(about, reason, DeskVerbs.User, cancellation),
        "är återkallade");
}
