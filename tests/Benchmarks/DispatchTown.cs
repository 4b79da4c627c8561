using System.Diagnostics;
using System.Globalization;
using EndToEnd.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Functions;
using Samverkan.Functions.LocalHost;
using Samverkan.Intake;
using Samverkan.Storage;
using Samverkan.Storage.Local;

namespace Benchmarks;

/// <summary>
/// A host whose decisions are owed to many boards, on a data folder that is flushed as in use where that is measured. Only the limits on one
/// endpoint are raised, to what the settings allow.
/// </summary>
internal sealed class DispatchTown : IAsyncDisposable
{
    /// <summary>Tries that one endpoint may have under way: the most that the settings allow.</summary>
    public const int AtOnce = 12;

    /// <summary>Deliveries that the host tries at once.</summary>
    public const int HostAtOnce = QueueRunner.AtOnce;

    private readonly string _folder;
    private readonly ServiceProvider _services;

    private DispatchTown(string folder, ServiceProvider services) => (_folder, _services) = (folder, services);

    /// <summary>Where everything lies.</summary>
    public string Folder => _folder;

    /// <summary>Makes the host, and what it owes: each plan's decision to every board.</summary>
    public static async Task<DispatchTown> BuildAsync(
        int boards, int plans, bool durable, Action<IServiceCollection> replace, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
        (string Name, string Value)[] limits =
        [
            ("Dispatch:EndpointAtOnce", AtOnce.ToString(CultureInfo.InvariantCulture)), ("Dispatch:EndpointPerMinute", "1000000"),
        ];
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(limits.Concat(settings).Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        var services = new ServiceCollection().AddLogging().AddSamverkanHost(
            HostSettings.Read(configuration), new LocalStorageOptions { DataFolder = folder, Stillness = Duration.Zero, Durable = durable }, SystemClock.Instance, demo: false);
        services.AddSingleton<FunctionInvoker>();
        replace(services);
        var town = new DispatchTown(folder, services.BuildServiceProvider());
        await town.OweAsync(boards, plans);
        return town;
    }

    /// <summary>Runs the host's queue until everything is recorded as handed over, or as another state; returns how many seconds it took.</summary>
    public async Task<double> DispatchAsync(DeliveryState end = DeliveryState.HandedOver)
    {
        var log = _services.GetRequiredService<IDeliveryLog>();
        var owed = (await log.CountAsync(CancellationToken.None)).Values.Sum();
        using var runner = new QueueRunner(
            _services.GetRequiredService<FunctionInvoker>(), _services.GetRequiredService<IDispatchReceiver>(), SystemClock.Instance, NullLogger<QueueRunner>.Instance);
        return await Timing.SecondsAsync(
            () => runner.StartAsync(CancellationToken.None),
            async () => (await log.CountAsync(CancellationToken.None)).GetValueOrDefault(end) == owed,
            () => runner.StopAsync(CancellationToken.None));
    }

    /// <summary>Sweeps once while nothing is due; returns how many seconds it took.</summary>
    public async Task<double> SweepAsync()
    {
        var sweep = _services.GetRequiredService<DispatchSweep>();
        var watch = Stopwatch.StartNew();
        if (await sweep.RunAsync(CancellationToken.None) != 0) throw new InvalidOperationException("A delivery that waits was due.");
        return watch.Elapsed.TotalSeconds;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task OweAsync(int boards, int plans)
    {
        var expected = ManyBoards.Drop(_folder, boards, plans);
        var (errors, _) = await _services.GetRequiredService<RegisterBook>().ImportAsync(
            await File.ReadAllBytesAsync(Path.Combine(_folder, "register.json")), CancellationToken.None);
        if (errors.Count > 0) throw new InvalidOperationException(errors[0].ToString());
        await _services.GetRequiredService<InboxSweep>().RunAsync(CancellationToken.None);
        var owed = (await _services.GetRequiredService<IDeliveryLog>().CountAsync(CancellationToken.None)).GetValueOrDefault(DeliveryState.Owed);
        if (owed != expected) throw new InvalidOperationException(FormattableString.Invariant($"{owed} deliveries are owed, not {expected}."));
    }
}
