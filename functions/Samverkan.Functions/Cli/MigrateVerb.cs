using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Functions.LocalHost;
using Samverkan.Ledger;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;
using Samverkan.Storage.Migration;

namespace Samverkan.Functions.Cli;

/// <summary><c>migrate</c>: moves a data folder to the storage account that the settings name, or back.</summary>
internal static class MigrateVerb
{
    private const string Account = "account";
    private const string Folder = "folder";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var to = DeskVerbs.Required("--to", $"Vart det flyttas: {Account} (lagringskontot i Storage:ConnectionString eller Storage:AccountName) eller {Folder} (datamappen).", "MÅL");
        var verb = new Command("migrate", "Flyttar allt mellan datamappen och ett lagringskonto, post för post, och kontrollerar det. Stoppa tjänsten först. Går att köra igen.") { data, to };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(to), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string to, CancellationToken cancellation)
    {
        if (to is not (Account or Folder)) return DeskVerbs.Wrong("--to", to, $"{Account} eller {Folder}");
        var settings = HostSettings.Read(LocalSettings.Read());
        if (await ProblemAsync(settings, data, to, cancellation) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return SamverkanCommand.Failure;
        }

        await using var folder = Services().AddLocalStorage(new LocalStorageOptions { DataFolder = data }).BuildServiceProvider();
        await using var account = Services().AddAzureStorage(settings.Storage!).BuildServiceProvider();
        var (source, target) = to == Account ? (folder, account) : (account, folder);
        var report = await new StorageMigration(source, target).RunAsync(cancellation);
        Console.WriteLine($"{report.Documents} handlingar, {report.Quarantined} filer i karantän och {report.Streams} strömmar med {report.Events} poster är desamma på båda ställena.");
        if (report.Problem is { } stopped)
        {
            await Console.Error.WriteLineAsync(stopped);
            return SamverkanCommand.Failure;
        }

        return await VerifyAsync(target, cancellation);
    }

    private static async Task<string?> ProblemAsync(HostSettings settings, string data, string to, CancellationToken cancellation)
    {
        if (settings.Storage is not { } storage)
            return "Inget lagringskonto är inställt. Ange Storage:ConnectionString, eller Storage:AccountName för inloggning med den egna identiteten.";
        if (to == Account && !File.Exists(new LocalStorageOptions { DataFolder = data }.DatabasePath))
            return $"I {data} finns ingen liggare (samverkan.db). Ange datamappen med --data MAPP.";
        return await AzureStorageStart.CheckAsync(storage, cancellation);
    }

    private static async Task<int> VerifyAsync(IServiceProvider target, CancellationToken cancellation)
    {
        var report = await new LedgerVerifier(target.GetRequiredService<ILedgerStore>(), target.GetRequiredService<IArchive>()).VerifyAsync(cancellation);
        if (report.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync($"Liggaren håller INTE i målet. {fault.Message} Kontrollera källan med verify.");
            return SamverkanCommand.Failure;
        }

        Console.WriteLine($"Liggaren håller i målet: {report.Streams} strömmar och {report.Events} poster. Starta tjänsten där; listor och kö görs om ur liggaren. register.json och utkorgen flyttas inte.");
        return SamverkanCommand.Success;
    }

    private static IServiceCollection Services() => new ServiceCollection().AddLogging().AddSingleton<IClock>(SystemClock.Instance);
}
