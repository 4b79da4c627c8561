using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Functions.Cli;

/// <summary><c>erase</c>: erases by hand, with a reason.</summary>
internal static class EraseVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var delivery = new Option<string?>("--delivery") { Description = "Expedieringen vars personuppgifter gallras.", HelpName = "ID" };
        var document = new Option<string?>("--document") { Description = "Handlingen som gallras ur arkivet, med sin kontrollsumma.", HelpName = "SHA256" };
        var reason = DeskVerbs.Required("--reason", "Varför, och vilket gallringsbeslut det vilar på.", "TEXT");
        var verb = new Command("erase", "Gallrar personuppgifter eller en handling. Loggen och dess bevis står kvar. Går inte att ångra.") { data, delivery, document, reason };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(delivery), parsed.GetValue(document), parsed.GetRequiredValue(reason), cancellation));
        return verb;
    }

    private static Task<int> RunAsync(string data, string? delivery, string? document, string reason, CancellationToken cancellation)
    {
        if (delivery is not null && document is null)
        {
            return DeskVerbs.RunAsync(
                data,
                services => services.GetRequiredService<ErasureByHand>().DeliveryAsync(delivery, reason, DeskVerbs.User, cancellation),
                $"Personuppgifterna om expedieringen {delivery} är gallrade. Säkerhetskopior har dem kvar tills de skrivs över.");
        }

        if (document is null || delivery is not null)
        {
            Console.Error.WriteLine("Ange antingen --delivery eller --document. Skriv erase --help för hjälp.");
            return Task.FromResult(SamverkanCommand.WrongUse);
        }

        return DocumentHash.TryParse(document, out var hash)
            ? DeskVerbs.RunAsync(
                data,
                services => services.GetRequiredService<ErasureByHand>().DocumentAsync(hash, reason, DeskVerbs.User, cancellation),
                $"Handlingen {hash} är gallrad ur arkivet. Säkerhetskopior har den kvar tills de skrivs över.")
            : Task.FromResult(DeskVerbs.Wrong("--document", document, "en kontrollsumma (SHA-256, 64 tecken)"));
    }
}
