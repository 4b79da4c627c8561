using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Samverkan.Signals;

namespace Samverkan.Functions;

/// <summary>Sends the product's metrics and traces to a collector. Everything that OpenTelemetry would read from the environment is set here.</summary>
internal static class Telemetry
{
    private const int Minute = 60_000;
    private const int Patience = 10_000;

    /// <summary>Adds the exporters; nothing where no collector is set.</summary>
    public static void AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (options.OtlpEndpoint is not { } endpoint) return;

        // Made before the exporter, so that it is disposed after it: the last export asks the gauges too.
        services.ConfigureOpenTelemetryMeterProvider((provider, _) => provider.GetRequiredService<Instrumentation>());
        services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .SetResourceBuilder(Resource())
                .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
                .AddMeter(Instrumentation.Name)
                .AddOtlpExporter((exporter, reader) =>
                {
                    Set(exporter, endpoint, "metrics");
                    reader.TemporalityPreference = MetricReaderTemporalityPreference.Cumulative;
                    reader.PeriodicExportingMetricReaderOptions = new() { ExportIntervalMilliseconds = Minute, ExportTimeoutMilliseconds = Patience };
                }))
            .WithTracing(traces => traces
                .SetResourceBuilder(Resource())
                .SetSampler(new AlwaysOnSampler())
                .AddSource(Instrumentation.Name)
                .AddOtlpExporter(exporter => Set(exporter, endpoint, "traces")));
    }

    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty().AddService(
        "samverkan", serviceVersion: typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    private static void Set(OtlpExporterOptions exporter, Uri endpoint, string signal)
    {
        exporter.Endpoint = new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Headers = null;
        exporter.TimeoutMilliseconds = Patience;
        exporter.ExportProcessorType = ExportProcessorType.Batch;
        exporter.BatchExportProcessorOptions = new BatchExportProcessorOptions<Activity>
        {
            MaxQueueSize = 2048,
            MaxExportBatchSize = 512,
            ScheduledDelayMilliseconds = 5000,
            ExporterTimeoutMilliseconds = Patience,
        };
    }
}
