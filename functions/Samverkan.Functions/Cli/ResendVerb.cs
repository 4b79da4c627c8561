using System.CommandLine;

namespace Samverkan.Functions.Cli;

/// <summary><c>resend ID|--contact C</c>: sends again.</summary>
internal static class ResendVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var (id, contact, data) = (DeliveryVerbs.Delivery(), DeliveryVerbs.Contact(), CommonOptions.Data());
        var reason = new Option<string?>("--reason") { Description = "Varför, om det ska stå i liggaren.", HelpName = "TEXT" };
        var verb = new Command("resend", "Skickar en expediering igen, med samma handlingar till samma kontakt. Den gamla står kvar i loggen.") { id, contact, reason, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(id), parsed.GetValue(contact), parsed.GetValue(reason), cancellation));
        return verb;
    }

    private static Task<int> RunAsync(string data, string? id, string? contact, string? reason, CancellationToken cancellation) => DeliveryVerbs.RunAsync(
        data, id, contact,
        async (desk, one) =>
        {
            var sent = await desk.ResendAsync(one, reason, DeskVerbs.User, cancellation);
            return (sent.Result, $"Expedieringen skickas igen av tjänsten, som {sent.As}.");
        },
        (desk, about) => desk.ResendAsync(about, reason, DeskVerbs.User, cancellation),
        "skickas igen");
}
