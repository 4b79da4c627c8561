using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Desk;

namespace Samverkan.Functions.Cli;

/// <summary>What the verbs share by which a person takes one delivery in hand, or all of a contact's that wait for a person.</summary>
internal static class DeliveryVerbs
{
    /// <summary>The delivery, where one is meant.</summary>
    public static Argument<string?> Delivery() => new("ID")
    {
        Description = "Expedieringens referens, som deliveries och sidorna visar den.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The contact, where all of its deliveries that wait for a person are meant.</summary>
    public static Option<string?> Contact() => new("--contact")
    {
        Description = "I stället för ID: alla expedieringar till kontakten som väntar på person.",
        HelpName = "KONTAKT",
    };

    /// <summary>Acts on the one or the many.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="id">The delivery; null where a contact is given.</param>
    /// <param name="contact">The contact; null where a delivery is given.</param>
    /// <param name="one">Acts on a delivery, and says what was done where it was.</param>
    /// <param name="many">Acts on a contact's.</param>
    /// <param name="done">What has been done to each of the many: "skickas igen".</param>
    public static async Task<int> RunAsync(
        string data,
        string? id,
        string? contact,
        Func<DeliveryDesk, string, Task<(DeskResult Result, string Done)>> one,
        Func<BulkDesk, ContactId, Task<BulkResult>> many,
        string done)
    {
        if (id is null == contact is null)
        {
            await Console.Error.WriteLineAsync("Ange antingen en expedierings ID eller --contact.");
            return SamverkanCommand.WrongUse;
        }

        ContactId about = default;
        if (contact is not null && !ContactId.TryParse(contact, out about)) return DeskVerbs.Wrong("--contact", contact, "ett id");
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        if (id is null) return await PrintAsync($"till {about}", await many(services.GetRequiredService<BulkDesk>(), about), done);

        var (result, sentence) = await one(services.GetRequiredService<DeliveryDesk>(), id);
        if (result.IsRecorded) Console.WriteLine(sentence);
        else await Console.Error.WriteLineAsync($"{result.Message} [{result.Code}]");
        return result.IsRecorded ? SamverkanCommand.Success : SamverkanCommand.Failure;
    }

    /// <summary>Prints what became of the many.</summary>
    /// <param name="which">Which they were: "till region".</param>
    /// <param name="result">What became of them.</param>
    /// <param name="done">What has been done to each.</param>
    public static async Task<int> PrintAsync(string which, BulkResult result, string done)
    {
        foreach (var (id, why) in result.Refused) await Console.Error.WriteLineAsync($"{id}: {why.Message} [{why.Code}]");
        Console.WriteLine(result is { Done: 0, Refused.Count: 0 }
            ? $"Ingen expediering {which} väntar på person."
            : string.Create(CultureInfo.InvariantCulture, $"{result.Done} av {result.Done + result.Refused.Count} expedieringar {which} {done}."));
        return result.Refused.Count == 0 ? SamverkanCommand.Success : SamverkanCommand.Failure;
    }
}
