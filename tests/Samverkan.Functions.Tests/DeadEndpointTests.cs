using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;
using Samverkan.Functions.LocalHost;
using Samverkan.Intake;
using Samverkan.Signals;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Tests;

/// <summary>The whole product on a simulated clock, with a mail relay that is dead and a folder that works.</summary>
public sealed class DeadEndpointTests : IMailTransport, IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2022, 12, 12, 11, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("samverkan-dead-").FullName;
    private readonly SimulatedClock _clock = new(Noon);
    private readonly ServiceProvider _services;
    private readonly List<int> _underWayAtEnd = [];
    private bool _dead = true;
    private int _sent;

    public DeadEndpointTests()
    {
        var storage = new LocalStorageOptions { DataFolder = _folder, Stillness = Duration.Zero, Durable = false };
        var settings = HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Dispatch:EndpointPerMinute", "1000000")]).Build());
        Assert.Empty(settings.Problems);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new LogListener(NoteEnd)))
            .AddSamverkanHost(settings, storage, _clock, demo: false)
            .AddSingleton<IMailTransport>(this)
            .BuildServiceProvider();
    }

    public EndpointId? Endpoint { get; } = EndpointId.Mail("mejl.example", 25);

    [Fact]
    public void No_endpoint_may_hold_all_that_a_host_tries_at_once() => Assert.True(EndpointOptions.MostAtOnce < QueueRunner.AtOnce);

    [Fact]
    public async Task A_dead_relay_takes_no_tries_from_what_waits_and_the_folder_gets_its_own_at_once()
    {
        var all = await OweAsync();
        await RunQueueAsync();

        var rows = await RowsAsync();
        Assert.Equal(all, rows.Count);
        Assert.Equal(DeliveryState.HandedOver, Assert.Single(rows, r => r.Contact == "gr").State);
        Assert.Equal(5, rows.Where(r => r.Contact != "gr").Sum(r => r.Attempts));
        Assert.All(rows.Where(r => r.Contact != "gr"), r => Assert.InRange(r.Attempts, 0, 1));

        // The sweep leaves on the queue what has been put back, and nothing is tried until the breaker lets one through.
        for (var minute = 1; minute <= 4; minute++)
        {
            _clock.MoveTo(Noon + Duration.FromMinutes(minute) - Duration.FromSeconds(1));
            await Get<DispatchSweep>().RunAsync(CancellationToken.None);
            await RunQueueAsync();
        }

        Assert.Equal(5, _sent);
        _dead = false;
        for (var step = 0; step < 60; step++)
        {
            _clock.MoveTo(Noon + Duration.FromMinutes(5) + (Duration.FromSeconds(20) * step));
            await Get<DispatchSweep>().RunAsync(CancellationToken.None);
            await RunQueueAsync();
        }

        rows = await RowsAsync();
        Assert.All(rows, r => Assert.Equal(DeliveryState.HandedOver, r.State));
        Assert.Equal(5, rows.Sum(r => r.Attempts - 1));
    }

    [Fact]
    public async Task While_an_end_is_recorded_the_endpoint_is_free_for_the_next()
    {
        _dead = false;
        await OweAsync();
        await RunQueueAsync();
        Assert.NotEmpty(_underWayAtEnd);
        Assert.All(_underWayAtEnd, held => Assert.Equal(0, held));
    }

    [Fact]
    public async Task A_relay_that_stays_dead_for_an_hour_makes_the_host_unready_until_it_works()
    {
        await OweAsync();
        for (var minute = 0; minute < 60; minute += 5) await WorkAsync(minute);
        Assert.Empty(await ProblemsAsync());

        await WorkAsync(60);
        var problem = Assert.Single(await ProblemsAsync());
        Assert.Equal("endpoint.dead", problem.Code);
        Assert.StartsWith("Inget har gått fram till smtp:mejl.example:25 sedan 12 december 2022 kl. 12.00", problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("resend --failure", problem.Sentence, StringComparison.Ordinal);

        _dead = false;
        for (var minute = 65; minute <= 75; minute += 5) await WorkAsync(minute);
        Assert.Empty(await ProblemsAsync());
    }

    public Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
    {
        if (message.ExtraHeaders.Count == 0) _sent++;
        return Task.FromResult(_dead
            ? new ChannelResult(AttemptOutcome.Transient, MailCodes.Unreachable, null) { Endpoint = EndpointHealth.Fails }
            : new ChannelResult(AttemptOutcome.HandedOver, MailCodes.Accepted, "250 OK") { Endpoint = EndpointHealth.Works });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WorkAsync(int minute)
    {
        _clock.MoveTo(Noon + Duration.FromMinutes(minute));
        await Get<DispatchSweep>().RunAsync(CancellationToken.None);
        await RunQueueAsync();
    }

    private Task<IReadOnlyList<HealthProblem>> ProblemsAsync() => Get<Readiness>().ProblemsAsync(CancellationToken.None);

    private void NoteEnd(EventId e)
    {
        if (e.Name == "LogEnded") _underWayAtEnd.AddRange(Get<EndpointPipelines>().Statuses().Where(s => s.Endpoint == Endpoint).Select(s => s.UnderWay));
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    // Two extracts to eight boards behind one relay, and to a contact that reads a folder.
    private async Task<int> OweAsync()
    {
        var register = (await File.ReadAllTextAsync(Path.Combine(Play.Samples, "register.json")))
            .Replace("\"email\", \"address\": \"diarium@gr.example\"", "\"folder\", \"address\": \"gr-mottagning\"", StringComparison.Ordinal);
        Assert.Contains("gr-mottagning", register, StringComparison.Ordinal);
        await Get<RegisterBook>().ImportAsync(System.Text.Encoding.UTF8.GetBytes(register), CancellationToken.None);
        var inbox = Directory.CreateDirectory(Path.Combine(_folder, "inkorg")).FullName;
        foreach (var extract in Directory.GetFiles(Path.Combine(Play.Samples, "demo"), "*.txt")) File.Copy(extract, Path.Combine(inbox, Path.GetFileName(extract)[17..]));
        await Get<InboxSweep>().RunAsync(CancellationToken.None);
        var owed = (await RowsAsync()).Count;
        Assert.True(owed >= 9, $"{owed} deliveries are owed.");
        return owed;
    }

    // As the queue's runner does, until nothing more is in sight.
    private async Task RunQueueAsync()
    {
        var queue = Get<LocalDispatchQueue>();
        while (await queue.ReceiveAsync(_clock.GetCurrentInstant(), 4, Duration.FromMinutes(1), CancellationToken.None) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await Get<GatedDispatcher>().TryAsync(message.DeliveryId, CancellationToken.None);
                await queue.DeleteAsync(message, CancellationToken.None);
            }
        }
    }

    private async Task<IReadOnlyList<DeliveryRow>> RowsAsync() =>
        (await Get<IDeliveryLog>().PageAsync(new DeliveryFilter(Size: 1000), CancellationToken.None)).Rows;
}
