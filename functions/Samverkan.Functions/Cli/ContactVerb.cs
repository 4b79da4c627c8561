using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Agreements;
using Samverkan.Dispatch.Desk;

namespace Samverkan.Functions.Cli;

/// <summary><c>contact C --email A|--webhook U|--folder F</c>: corrects how a contact is reached.</summary>
internal static class ContactVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var contact = new Argument<string>("KONTAKT") { Description = "Kontaktens id i registret." };
        var email = new Option<string?>("--email") { Description = "Nås med e-post på den här adressen.", HelpName = "ADRESS" };
        var webhook = new Option<string?>("--webhook") { Description = "Nås med webhook på den här webbadressen.", HelpName = "URL" };
        var folder = new Option<string?>("--folder") { Description = "Nås genom mappen med det här namnet.", HelpName = "NAMN" };
        var resend = new Option<bool>("--resend") { Description = "Skickar också igen allt till kontakten som väntar på person." };
        var data = CommonOptions.Data();
        var verb = new Command("contact", "Rättar hur en kontakt nås, tills registerfilen säger en annan adress än den som var fel.") { contact, email, webhook, folder, resend, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(contact),
            [(ChannelType.Email, parsed.GetValue(email)), (ChannelType.Webhook, parsed.GetValue(webhook)), (ChannelType.Folder, parsed.GetValue(folder))],
            parsed.GetValue(resend),
            cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        string data, string contact, IReadOnlyList<(ChannelType Type, string? Address)> ways, bool resend, CancellationToken cancellation)
    {
        if (ways.Where(w => w.Address is not null).ToArray() is not [(var type, { } address)])
        {
            await Console.Error.WriteLineAsync("Ange ett av --email, --webhook och --folder.");
            return SamverkanCommand.WrongUse;
        }

        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var result = await services.GetRequiredService<ContactDesk>().CorrectAsync(contact, type, address, DeskVerbs.User, cancellation);

        // Asked again after a crash in the middle, the address is right already and the rest is still to be sent.
        if (!result.IsRecorded && !(resend && result.Code == ContactDesk.Unchanged))
        {
            await Console.Error.WriteLineAsync($"{result.Message} [{result.Code}]");
            return SamverkanCommand.Failure;
        }

        Console.WriteLine($"Kontakten {contact} nås nu på {address}. Skriv in det i registerfilen också, så att den stämmer.");
        if (!resend) return SamverkanCommand.Success;
        var about = ContactId.Parse(contact);
        return await DeliveryVerbs.PrintAsync($"till {about}", await services.GetRequiredService<BulkDesk>().ResendAsync(about, reason: null, DeskVerbs.User, cancellation), "skickas igen");
    }
}
