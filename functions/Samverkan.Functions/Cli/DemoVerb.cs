using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;
using Samverkan.Functions.LocalHost;

namespace Samverkan.Functions.Cli;

/// <summary><c>demo</c>: plays two years of an agreement in seconds, and then shows the pages.</summary>
internal static class DemoVerb
{
    private static readonly LocalDate From = new(2021, 4, 20);
    private static readonly LocalDate To = new(2022, 12, 13);

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "En tom eller ny mapp för demons data. Standard är en ny mapp bland datorns tillfälliga filer.",
            HelpName = "MAPP",
        };
        var noServe = new Option<bool>("--no-serve") { Description = "Slutar efter tidslinjen i stället för att visa sidorna." };
        var urls = CommonOptions.Urls();
        var verb = new Command("demo", "Spelar upp hur ett samverkansavtal sköts, och visar sedan sidorna.") { data, noServe, urls };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(data), parsed.GetValue(noServe), parsed.GetRequiredValue(urls), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string? data, bool noServe, string urls, CancellationToken cancellation)
    {
        if (data is not null && Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
        {
            await Console.Error.WriteLineAsync($"{data} är inte tom. Demon skriver bara i en mapp som är ny eller tom; ange en annan med --data.");
            return SamverkanCommand.Failure;
        }

        if (!noServe && ListenAddresses.Problem(urls) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return SamverkanCommand.Failure;
        }

        var folder = data ?? Directory.CreateTempSubdirectory("samverkan-demo-").FullName;
        var samples = Path.Combine(AppContext.BaseDirectory, "Samples");
        await using var play = await SimulatedPlay.CreateAsync(folder, Path.Combine(samples, "register.json"), From, durable: false, cancellation);
        var register = await play.Services.GetRequiredService<RegisterBook>().CurrentAsync(cancellation);
        Console.WriteLine($"Demo: {register.Municipality}, {SwedishDate.Long(From)} till {SwedishDate.Long(To)}, på en påhittad klocka. Inget skickas på riktigt.");
        Console.WriteLine();
        await foreach (var entry in play.RunAsync(Drop.In(Path.Combine(samples, "demo")), To, cancellation))
            TimelinePrint.Write(Console.Out, entry, register);
        Console.WriteLine();
        Console.WriteLine($"Demons data ligger i {folder}. Breven finns i dess utkorg; prova också verify och deliveries med --data {folder}.");
        return noServe ? SamverkanCommand.Success : await ServeAsync(play, urls, cancellation);
    }

    private static async Task<int> ServeAsync(SimulatedPlay play, string urls, CancellationToken cancellation)
    {
        var site = play.Services.GetRequiredService<SamverkanSite>();
        await using var host = EmbeddedHost.Create(
            new ConfigurationBuilder().AddInMemoryCollection().Build(), urls, services => services.AddSingleton(site));
        return await EmbeddedHost.RunAsync(host, "Öppna adressen i en webbläsare.", cancellation);
    }
}
