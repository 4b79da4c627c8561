using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Functions.LocalHost;
using Samverkan.Functions.Registers;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Cli;

/// <summary><c>run</c>: the embedded host.</summary>
internal static class RunVerb
{
    /// <summary>What it is called.</summary>
    public const string Name = "run";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var urls = CommonOptions.Urls();
        var verb = new Command(Name, "Startar tjänsten på den här datorn. Så gör också den som inte skriver något verb.") { data, urls };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(urls), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string urls, CancellationToken cancellation)
    {
        var configuration = LocalSettings.Read();
        var settings = HostSettings.Read(configuration);
        string[] problems = [.. settings.Problems, .. Schedules.Problems(configuration)];
        foreach (var problem in problems) await Console.Error.WriteLineAsync("Inställning: " + problem);
        if (problems.Length > 0) return SamverkanCommand.Failure;
        if (ListenAddresses.Problem(urls) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return SamverkanCommand.Failure;
        }

        if (settings.Storage is { } storage && await AzureStorageStart.CheckAsync(storage, cancellation) is { } trouble)
        {
            await Console.Error.WriteLineAsync(trouble);
            return SamverkanCommand.Failure;
        }

        if (await RegisterIn(data, settings, cancellation) is not { } register) return SamverkanCommand.Failure;

        await using var host = EmbeddedHost.Create(
            configuration, urls, services => services
                .AddSamverkanHost(settings, new LocalStorageOptions { DataFolder = data }, SystemClock.Instance, demo: false)
                .AddEmbeddedFunctions()
                .AddSingleton(register));
        return await EmbeddedHost.RunAsync(host, Greeting(data, settings), cancellation);
    }

    // Nothing is started on a register that has errors.
    private static async Task<IRegisterSource?> RegisterIn(string data, HostSettings settings, CancellationToken cancellation)
    {
        var path = Path.Combine(data, "register.json");
        if (File.Exists(path)) return await RegisterFile.ReadAsync(path, cancellation) is null ? null : new RegisterFileSource(path);
        var blob = settings.Storage is { } storage ? new BlobRegister(storage) : null;
        if (blob is not null && await blob.MarkAsync(cancellation) is not null) return new RegisterBlobSource(blob);
        var sample = Path.Combine(AppContext.BaseDirectory, "Samples", "register.json");
        await Console.Error.WriteLineAsync(
            $"Det finns inget register i {path}{(blob is null ? "" : $" eller i {blob.Place}")}. Lägg kommunens register där, eller börja med exemplet: kopiera {sample} dit och ändra det.");
        return null;
    }

    private static string Greeting(string data, HostSettings settings) =>
        $"Inkorgen är {PlaceOf(data, AzureNames.Inbox, settings)}. " +
        (settings.Mail is { } mail
            ? $"E-post skickas genom {mail.Host}."
            : $"Ingen e-postserver är inställd (Smtp:Host): meddelanden skrivs till {PlaceOf(data, AzureNames.Outbox, settings)} och räknas inte som skickade.");

    private static string PlaceOf(string data, string name, HostSettings settings) =>
        settings.Storage is null ? Path.GetFullPath(Path.Combine(data, name)) : $"behållaren {name} i lagringskontot";
}
