using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Functions.Cli;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>The whole product on a simulated clock in a folder of its own: drop files, pass days, read the timeline.</summary>
internal sealed class Play : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samverkan-test-").FullName;
    private readonly List<Drop> _drops = [];
    private SimulatedPlay? _play;

    public static string Samples => Path.Combine(AppContext.BaseDirectory, "Samples");

    public string Data => Path.Combine(_folder, "data");

    public IServiceProvider Services => _play!.Services;

    public Play Drop(string at, string name, string text) => Drop(at, name, System.Text.Encoding.UTF8.GetBytes(text));

    public Play Drop(string at, string name, byte[] bytes)
    {
        var file = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(file, bytes);
        var time = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(at).Value;
        _drops.Add(new Drop(time.InZoneStrictly(Stockholm.Zone).ToInstant(), name, file));
        return this;
    }

    public Play Drops(string folder)
    {
        _drops.AddRange(Deadlines.Simulation.Drop.In(folder));
        return this;
    }

    public async Task<IReadOnlyList<TimelineEntry>> RunAsync(LocalDate from, LocalDate to, string? register = null)
    {
        var file = Path.Combine(_folder, "register.json");
        if (register is null) File.Copy(Path.Combine(Samples, "register.json"), file);
        else await File.WriteAllTextAsync(file, register);
        _play = await SimulatedPlay.CreateAsync(Data, file, from, durable: false, CancellationToken.None);
        List<TimelineEntry> entries = [];
        await foreach (var entry in _play.RunAsync([.. _drops.OrderBy(d => d.At)], to, CancellationToken.None)) entries.Add(entry);
        return entries;
    }

    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(bool notices = false) =>
        (await Services.GetRequiredService<IDeliveryLog>().PageAsync(new DeliveryFilter(Notices: notices, Size: 1000), CancellationToken.None)).Rows;

    public Task<LedgerReport> VerifyAsync() => Services.GetRequiredService<LedgerVerifier>().VerifyAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_play is not null) await _play.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
