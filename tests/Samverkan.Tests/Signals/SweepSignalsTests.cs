using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Ledger;
using Samverkan.Signals;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Signals;

/// <summary>What is measured of the timers' work and of what is owed.</summary>
public sealed class SweepSignalsTests : IClock, IDisposable
{
    private readonly Instrumentation _instrumentation = new();
    private readonly MemoryTimerRuns _runs = new();
    private Instant _now = Instant.FromUtc(2026, 11, 2, 11, 0);

    public Instant GetCurrentInstant() => _now;

    public void Dispose() => _instrumentation.Dispose();

    [Fact]
    public async Task A_sweep_is_timed_traced_and_noted_and_so_is_one_that_fails()
    {
        using var heard = new Heard(_instrumentation);
        Assert.Equal(7, await Signals().RunAsync(SweepNames.Deadlines, () => Task.FromResult(7), default));
        await Assert.ThrowsAsync<IOException>(() => Signals().RunAsync(SweepNames.Inbox, () => throw new IOException("/hemlig/mapp"), default));

        Assert.Contains(heard.Measurements, m => m.Of == "samverkan.sweep.duration{outcome=ok,sweep=deadlines}");
        Assert.Contains(heard.Measurements, m => m.Of == "samverkan.sweep.duration{outcome=failed,sweep=inbox}");
        Assert.Equal([(7, ActivityStatusCode.Unset), (null, ActivityStatusCode.Error)], heard.Traces.Select(t => (t.GetTagItem("samverkan.sweep.count") as int?, t.Status)));
        Assert.DoesNotContain("hemlig", heard.Everything(), StringComparison.Ordinal);
        Assert.Equal([("deadlines", _now, true), ("inbox", _now, false)], (await _runs.ListAsync(default)).Select(r => (r.Name, r.At, r.Succeeded)));
    }

    [Fact]
    public async Task A_run_that_cannot_be_noted_is_done_all_the_same()
    {
        var signals = new SweepSignals(_instrumentation, new FullDisk(), this, NullLogger<SweepSignals>.Instance);
        Assert.Equal(1, await signals.RunAsync(SweepNames.Inbox, () => Task.FromResult(1), default));
    }

    [Fact]
    public async Task What_is_owed_shows_by_state_with_the_age_of_the_oldest_until_it_is_no_longer_known()
    {
        var log = new MemoryDeliveryLog();
        var figures = new OwedFigures(log, this, _instrumentation);
        using var heard = new Heard(_instrumentation);
        Assert.Empty(heard.Gauges());

        await log.UpsertAsync([Row(1, DeliveryState.Waiting, 90), Row(2, DeliveryState.NeedsPerson, 600), Row(3, DeliveryState.HandedOver, 9000), Row(4, DeliveryState.NeedsPerson, 700) with { Version = DeliveryVersion.Notice }], default);
        await figures.ReadAsync(default);
        _now += Duration.FromSeconds(30);
        var gauges = heard.Gauges();
        Assert.Equal(1, gauges["samverkan.deliveries.owed{state=waiting}"]);
        Assert.Equal(1, gauges["samverkan.deliveries.owed{state=needs-person}"]);
        Assert.Equal(0, gauges["samverkan.deliveries.owed{state=bounced}"]);
        Assert.Equal(630, gauges["samverkan.deliveries.oldest_age{}"]);
        Assert.Equal(1, gauges["samverkan.notices.stopped{}"]);

        _now += Duration.FromMinutes(10);
        Assert.Empty(heard.Gauges());
    }

    [Fact]
    public async Task A_breaker_shows_by_endpoint_whether_it_is_used()
    {
        using var endpoints = new EndpointPipelines(new EndpointOptions(), this, _instrumentation);
        using var heard = new Heard(_instrumentation);
        var relay = EndpointId.Mail("mejl.kommun.example", 587);
        for (var i = 0; i < 5; i++)
            await endpoints.RunAsync(relay, _ => Task.FromResult(EndpointHealth.Fails), default);
        Assert.Equal(2, heard.Gauges()["samverkan.endpoint.breaker{endpoint=smtp:mejl.kommun.example:587}"]);
        _now += Duration.FromMinutes(5);
        await endpoints.RunAsync(relay, _ => Task.FromResult(EndpointHealth.Works), default);
        Assert.Equal(0, heard.Gauges()["samverkan.endpoint.breaker{endpoint=smtp:mejl.kommun.example:587}"]);
    }

    private SweepSignals Signals() => new(_instrumentation, _runs, this, NullLogger<SweepSignals>.Instance);

    private DeliveryRow Row(int n, DeliveryState state, int seconds) => new(
        DeliveryId.Of(DispatchHost.Stream, "set" + n, "lan", DeliveryVersion.Decision), 1, "avtal", null, 2027, DeliveryVersion.Decision, "lan",
        state, 1, _now - Duration.FromSeconds(seconds), null, null, Array.Empty<DocumentHash>());

    private sealed class FullDisk : ITimerRuns
    {
        public Task NoteAsync(TimerRun run, CancellationToken cancellation) => throw new IOException("full");

        public Task<IReadOnlyList<TimerRun>> ListAsync(CancellationToken cancellation) => throw new IOException("full");
    }
}
