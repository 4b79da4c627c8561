using System.CommandLine;

namespace Samverkan.Functions.Cli;

/// <summary><c>acknowledge ID|--contact C --reason R</c>: notes by hand that the contact has it.</summary>
internal static class AcknowledgeVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var (id, contact, data) = (DeliveryVerbs.Delivery(), DeliveryVerbs.Contact(), CommonOptions.Data());
        var reason = DeskVerbs.Required("--reason", "Hur det är känt, till exempel att handlingarna lämnades över på papper.", "TEXT");
        var verb = new Command("acknowledge", "Antecknar att mottagaren har fått en expediering, till exempel på papper.") { id, contact, reason, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(id), parsed.GetValue(contact), parsed.GetRequiredValue(reason), cancellation));
        return verb;
    }

    private static Task<int> RunAsync(string data, string? id, string? contact, string reason, CancellationToken cancellation) => DeliveryVerbs.RunAsync(
        data, id, contact,
        async (desk, one) => (await desk.AcknowledgeAsync(one, reason, DeskVerbs.User, cancellation), $"Expedieringen {one} är antecknad som kvitterad."),
        (desk, about) => desk.AcknowledgeAsync(about, reason, DeskVerbs.User, cancellation),
        "är antecknade som kvitterade");
}
