using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Functions.Cli;

/// <summary><c>handover DELIVERY_ID --to DIR</c>: writes what somebody needs to hand a delivery over by hand.</summary>
internal static class HandoverVerb
{
    private const string RecipientName = "Mottagare.txt";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("EXPEDIERING") { Description = "Expedieringens id, som deliveries visar det." };
        var to = new Option<DirectoryInfo>("--to") { Description = "Mappen som paketet skrivs i; den görs om den inte finns.", HelpName = "MAPP", Required = true };
        var data = CommonOptions.Data();
        var verb = new Command("handover", "Skriver ett paket för att lämna över för hand: handlingarna, ett följebrev att skriva ut och mottagarens namn och adress.") { id, to, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(id), parsed.GetRequiredValue(to), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string id, DirectoryInfo folder, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        if (await services.GetRequiredService<HandoverPackages>().FindAsync(id, cancellation) is not { } package)
            return await FailAsync($"Det finns ingen expediering av handlingar med id \"{id}\". Skriv deliveries för att se vilka som finns.");
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
            return await FailAsync($"{folder.FullName} är inte tom. Ange en tom eller ny mapp, så att inget skrivs över.");

        try
        {
            await WriteAsync(package, folder, services.GetRequiredService<IArchive>(), cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"Paketet gick inte att skriva i {folder.FullName}: {e.Message} Rätta det och försök igen i en tom mapp.");
        }

        Console.WriteLine($"Paketet till {package.Name} är skrivet i {folder.FullName}: {package.Documents.Count} handlingar. Att det är överlämnat för hand vet inte Samverkan; försöken fortsätter.");
        if (package.Lost.Count == 0) return SamverkanCommand.Success;
        return await FailAsync("Arkivet saknar, eller har inte oförändrat: " + string.Join(", ", package.Lost.Select(d => d.Name)) + ". Ta originalet, och be it-avdelningen återställa arkivet från säkerhetskopian.");
    }

    private static async Task WriteAsync(HandoverPackage package, DirectoryInfo folder, IArchive archive, CancellationToken cancellation)
    {
        folder.Create();
        foreach (var document in package.Documents)
        {
            await using var from = await archive.OpenAsync(document.Hash, cancellation) ?? throw new IOException($"Arkivet saknar {document.Name}.");
            await using var file = new FileStream(Path.Combine(folder.FullName, document.Name!), FileMode.CreateNew);
            await from.CopyToAsync(file, cancellation);
        }

        await WriteTextAsync(folder, RecipientName, string.Join(Environment.NewLine, [package.Name, .. package.Addresses, ""]), cancellation);
        if (package.Letter is { } letter) await WriteTextAsync(folder, HandoverPackages.LetterName, letter, cancellation);
    }

    // A document may have been dropped under the very name: nothing is written over.
    private static async Task WriteTextAsync(DirectoryInfo folder, string name, string text, CancellationToken cancellation)
    {
        var path = Path.Combine(folder.FullName, name);
        for (var number = 2; File.Exists(path); number++)
            path = Path.Combine(folder.FullName, $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");
        await File.WriteAllTextAsync(path, text, Encoding.UTF8, cancellation);
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return SamverkanCommand.Failure;
    }
}
