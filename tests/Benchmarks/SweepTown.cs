using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;
using Samverkan.Functions;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Benchmarks;

/// <summary>
/// A municipality on the product's own stores: obligations of ten years, each year with a stream of its own in which three
/// reminders are recorded and nothing is left to do.
/// </summary>
internal sealed class SweepTown : IAsyncDisposable
{
    private const int Years = 10;
    private const int Batch = 500;
    private const int Together = 64;
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 12, 9, 0);
    private readonly string _folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
    private readonly ServiceProvider _services;
    private readonly StreamId[] _streams;

    private SweepTown(int obligations)
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSamverkanHost(
                HostSettings.Read(new ConfigurationBuilder().Build()),
                new LocalStorageOptions { DataFolder = _folder, Stillness = Duration.Zero, Durable = false },
                new SimulatedClock(Now),
                demo: true)
            .BuildServiceProvider();
        _streams =
        [
            .. Enumerable.Range(0, obligations / Years)
                .SelectMany(i => Enumerable.Range(2026, Years).Select(year => StreamId.OfAgreement(Id(i), year))),
        ];
    }

    public DeadlineSweep Sweep => _services.GetRequiredService<DeadlineSweep>();

    public AgendaProjection Agenda => _services.GetRequiredService<AgendaProjection>();

    private IAgenda Rows => _services.GetRequiredService<IAgenda>();

    private ILedgerStore Store => _services.GetRequiredService<ILedgerStore>();

    /// <summary>Builds it: the register is imported, the reminders are recorded.</summary>
    /// <param name="obligations">How many obligations of a year there are; a multiple of ten.</param>
    public static async Task<SweepTown> BuildAsync(int obligations)
    {
        var town = new SweepTown(obligations);
        var (errors, _) = await town._services.GetRequiredService<RegisterBook>().ImportAsync(Register(obligations / Years), CancellationToken.None);
        if (errors.Count > 0) throw new InvalidOperationException(errors[0].ToString());
        using var ledger = new LedgerBook(town.Store, new SimulatedClock(Now), () => [], NullLogger<LedgerBook>.Instance);
        foreach (var streams in town._streams.Chunk(Batch))
        {
            await Task.WhenAll(streams.Select(stream => ledger.RecordAsync<AgreementYear>(
                stream, "benchmark", year => year.Version > 0 ? [] : Reminders(), CancellationToken.None)));
        }

        return town;
    }

    /// <summary>Puts every stream on the agenda as due.</summary>
    public async Task MakeDueAsync()
    {
        foreach (var streams in _streams.Chunk(Batch))
            await Rows.SetAsync([.. streams.Select(stream => new AgendaRow(stream, 3, Now))], CancellationToken.None);
    }

    /// <summary>Sweeps them all.</summary>
    public async Task SweepDueAsync()
    {
        var looked = await Sweep.RunAsync(CancellationToken.None);
        if (looked != _streams.Length) throw new InvalidOperationException(FormattableString.Invariant($"The sweep looked at {looked} streams."));
    }

    /// <summary>Reads what the sweep must read, and no more: the rows that are due, and the events of their streams, one stream at a time.</summary>
    public async Task ReadAsync()
    {
        var events = 0;
        await foreach (var row in Rows.DueAsync(Now, CancellationToken.None))
            await foreach (var stored in Store.ReadAsync(row.Stream, 0, CancellationToken.None)) events++;
        ThrowUnlessAll(events);
    }

    /// <summary>Reads the same, as many streams together as the sweep does.</summary>
    public async Task ReadTogetherAsync()
    {
        var events = 0;
        await foreach (var rows in Rows.DueAsync(Now, CancellationToken.None).Chunk(Together))
            await foreach (var stored in Store.ReadAsync([.. rows.Select(row => row.Stream)], CancellationToken.None)) events++;
        ThrowUnlessAll(events);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void ThrowUnlessAll(int events)
    {
        if (events != _streams.Length * Reminders().Length) throw new InvalidOperationException(FormattableString.Invariant($"{events} events were read."));
    }

    private static Reminded[] Reminders()
    {
        var obligation = ObligationId.Parse("plan");
        var contact = ContactId.Parse("ansvarig");
        var day = new LocalDate(2026, 1, 5);
        return [.. Enumerable.Range(0, 3).Select(i => new Reminded(ReminderKind.Reminder, obligation, day.PlusDays(i), day.PlusDays(i), 60, [contact]))];
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"avtal-{number}");

    private static byte[] Register(int agreements) => Encoding.UTF8.GetBytes(
        $$"""
        { "municipality": "Exempel kommun", "inUseFrom": "2026-01-01",
          "contacts": [
            { "id": "ansvarig", "name": "Ansvarig", "channel": { "type": "email", "address": "a@kommun.example" } },
            { "id": "mottagare", "name": "Mottagare", "channel": { "type": "email", "address": "m@region.example" } } ],
          "agreements": [ {{string.Join(",\n", Enumerable.Range(0, agreements).Select(Agreement))}} ] }
        """);

    private static string Agreement(int number) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        { "id": "{{Id(number)}}", "kind": "cooperation", "title": "Avtal {{number}}", "from": "2026-01-01", "to": "2035-12-31", "responsible": ["ansvarig"],
          "obligations": [ { "id": "plan", "title": "Plan {{number}}", "due": "--{{1 + (number % 6) + 6:00}}-{{1 + (number % 28):00}}", "planYear": "same", "reminders": ["P7D"], "recipients": ["mottagare"] } ] }
        """);
}
