using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Samverkan.Dispatch;
using Samverkan.Functions.LocalHost;
using Samverkan.Functions.Registers;
using Samverkan.Signals;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Tests;

/// <summary>The composed host sends what it measures to a collector, and nobody's name or address with it.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Extract = "2021-04-20T10.00 protokollsutdrag KS 60.txt";

    private static readonly string[] Metrics =
    [
        "samverkan.deliveries.owed", "samverkan.deliveries.oldest_age", "samverkan.notices.stopped", "samverkan.delivery.attempts", "samverkan.delivery.attempt.duration",
        "samverkan.intake.files", "samverkan.sweep.duration", "written-to-file",
    ];

    private static readonly string[] Traces = ["file intake", "delivery attempt", "sweep", "samverkan.delivery.id", "samverkan.stream"];

    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-otlp-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_of_a_file_its_deliveries_and_the_sweeps()
    {
        await using var collector = await Collector.StartAsync();
        await using (var host = Host(("Telemetry:OtlpEndpoint", collector.Address)))
        {
            await host.StartAsync();
            File.Copy(Path.Combine(Play.Samples, "demo", Extract), Path.Combine(_data, "inkorg", Extract));
            IReadOnlyList<DeliveryRow> rows = [];
            await UntilAsync(async () => (rows = await RowsAsync(host)).Count > 0 && rows.All(r => r.State is DeliveryState.WrittenToFile));
            await host.Services.GetRequiredService<OwedFigures>().ReadAsync(default);

            // Asked for again until it has come: the collector may be slow to answer.
            await UntilAsync(() =>
            {
                host.Services.GetRequiredService<MeterProvider>().ForceFlush(5000);
                host.Services.GetRequiredService<TracerProvider>().ForceFlush(5000);
                return Task.FromResult(Metrics.All(name => collector.Sent("/v1/metrics").Contains(name, StringComparison.Ordinal))
                    && rows.Select(r => r.Id).Concat(Traces).All(name => collector.Sent("/v1/traces").Contains(name, StringComparison.Ordinal)));
            });
            await host.StopAsync();
        }

        Assert.All(collector.Received, r => Assert.Equal("application/x-protobuf", r.ContentType));
        var sent = collector.Sent("/v1/metrics") + collector.Sent("/v1/traces");
        // The host of an endpoint is nobody's address.
        foreach (var personal in (string[])["@region.example", "@alingsas.example", "Socialnämnden", Extract, _data])
            Assert.DoesNotContain(personal, sent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_stops_nothing()
    {
        await using var host = Host(("Telemetry:OtlpEndpoint", "http://127.0.0.1:1"));
        await host.StartAsync();
        File.Copy(Path.Combine(Play.Samples, "demo", Extract), Path.Combine(_data, "inkorg", Extract));
        await UntilAsync(async () => (await RowsAsync(host)) is { Count: > 0 } rows && rows.All(r => r.State is DeliveryState.WrittenToFile));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_sweeps_runs_are_noted_for_the_health_page()
    {
        await using var host = Host();
        await host.StartAsync();
        var runs = host.Services.GetRequiredService<ITimerRuns>();
        await UntilAsync(async () => (await runs.ListAsync(default)).Count == SweepNames.All.Count);
        await host.StopAsync();
    }

    [Theory]
    [InlineData("localhost:4318")]
    [InlineData("ftp://samlare.example")]
    [InlineData("http://samlare.example/?nyckel=1")]
    [InlineData("http://anna:hemlig@samlare.example")]
    public void An_address_that_is_none_is_named(string address)
    {
        var problem = Assert.Single(HostSettings.Read(Settings(("Telemetry:OtlpEndpoint", address))).Problems);
        Assert.StartsWith("Telemetry:OtlpEndpoint ", problem, StringComparison.Ordinal);
        Assert.Contains("webbadress", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna Andersson")]
    [InlineData("anna@kommun.example")]
    public void A_digest_goes_to_contacts_of_the_register(string to) =>
        Assert.StartsWith("Dispatch:DigestTo ", Assert.Single(HostSettings.Read(Settings(("Dispatch:DigestTo", to))).Problems), StringComparison.Ordinal);

    [Fact]
    public void Several_who_are_told_are_written_with_commas() =>
        Assert.Equal(["folkhalsostrateg", "registrator"], HostSettings.Read(Settings(("Dispatch:DigestTo", " folkhalsostrateg, registrator,"))).Dispatch.DigestTo);

    private WebApplication Host(params (string Name, string Value)[] values)
    {
        Directory.CreateDirectory(Path.Combine(_data, "inkorg"));
        var register = Path.Combine(_data, "register.json");
        File.Copy(Path.Combine(Play.Samples, "register.json"), register, overwrite: true);
        var settings = HostSettings.Read(Settings(values));
        Assert.Empty(settings.Problems);
        var storage = new LocalStorageOptions { DataFolder = _data, Stillness = Duration.Zero, Durable = false };
        return EmbeddedHost.Create(Settings(values), "http://127.0.0.1:0", services => services
            .AddSamverkanHost(settings, storage, SystemClock.Instance, demo: false)
            .AddEmbeddedFunctions()
            .AddSingleton<IRegisterSource>(new RegisterFileSource(register)));
    }

    private static IConfiguration Settings(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build();

    private static async Task<IReadOnlyList<DeliveryRow>> RowsAsync(WebApplication host) =>
        (await host.Services.GetRequiredService<IDeliveryLog>().PageAsync(new DeliveryFilter(Size: 100), default)).Rows;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 1800; i++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come about in three minutes.");
    }
}
