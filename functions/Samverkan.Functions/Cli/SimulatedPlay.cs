using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Cli;

/// <summary>The whole product on a simulated clock and a folder of its own, with nothing sent: what demo and simulate play on.</summary>
internal sealed class SimulatedPlay : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly LocalStorageOptions _storage;
    private readonly LocalDate _from;

    private SimulatedPlay(ServiceProvider services, LocalStorageOptions storage, LocalDate from) =>
        (_services, _storage, _from) = (services, storage, from);

    /// <summary>The use cases.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Makes the play and takes the register into use.</summary>
    /// <param name="folder">Where its data lies: new or empty.</param>
    /// <param name="register">The register's file, without errors.</param>
    /// <param name="from">The day on which the clock begins, at midnight.</param>
    /// <param name="durable">Whether its data is to outlive the machine's fall.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<SimulatedPlay> CreateAsync(
        string folder, string register, LocalDate from, bool durable, CancellationToken cancellation)
    {
        var storage = new LocalStorageOptions { DataFolder = folder, Stillness = Duration.Zero, Durable = durable };
        var clock = new SimulatedClock(Stockholm.Zone.AtStartOfDay(from).ToInstant());
        var settings = HostSettings.Read(new ConfigurationBuilder().Build());
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true))
            .AddSamverkanHost(settings, storage, clock, demo: true)
            .AddSingleton(clock)
            .AddSingleton<Simulator>()
            .AddSingleton(p => new TimelineProjection(p.GetRequiredService<LedgerBook>, p.GetRequiredService<RegisterBook>()))
            .AddSingleton<IProjection>(p => p.GetRequiredService<TimelineProjection>())
            .BuildServiceProvider();
        var play = new SimulatedPlay(services, storage, from);
        await services.GetRequiredService<RegisterBook>().ImportAsync(await File.ReadAllBytesAsync(register, cancellation), cancellation);
        return play;
    }

    /// <summary>Plays to the end of a day, and gives each line of the timeline as it happens.</summary>
    public async IAsyncEnumerable<TimelineEntry> RunAsync(
        IReadOnlyList<Drop> drops, LocalDate to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var timeline = _services.GetRequiredService<TimelineProjection>();
        var start = Stockholm.Zone.AtStartOfDay(_from).ToInstant();
        var end = Stockholm.Zone.AtStartOfDay(to.PlusDays(1)).ToInstant() - Duration.FromSeconds(1);
        var play = _services.GetRequiredService<Simulator>().PlayAsync(start, end, drops, PutAsync, cancellation);
        while (!play.IsCompleted || !timeline.Entries.IsEmpty)
        {
            while (timeline.Entries.TryDequeue(out var entry)) yield return entry;
            await Task.WhenAny(play, Task.Delay(20, cancellation));
        }

        await play;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task PutAsync(Drop drop, CancellationToken cancellation)
    {
        var target = Path.Combine([_storage.InboxFolder, .. drop.Name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var from = File.OpenRead(drop.File);
        await using var to = File.Create(target);
        await from.CopyToAsync(to, cancellation);
    }
}
