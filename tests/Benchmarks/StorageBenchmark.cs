using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;
using Samverkan.Functions;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Azure;

namespace Benchmarks;

/// <summary>
/// What each use case costs in transactions of a storage account, counted at the wire, and what the log's first page costs
/// when there are many deliveries. Needs Azurite.
/// </summary>
internal static class StorageBenchmark
{
    private const int MostFromOwedToHandedOver = 14;
    private const int Looks = 21;
    private const int Few = 1_000;
    private const int Many = 100_000;

    public static async Task RunAsync(TextWriter output)
    {
        if (AzuriteProcess.Missing is { } missing)
        {
            await output.WriteLineAsync($"storage transactions: skipped: {missing}");
            return;
        }

        await using var azurite = await AzuriteProcess.StartAsync();
        var counter = new Counter();
        await using var services = await CreateAsync(azurite, counter);
        await using var cold = await CreateAsync(azurite, counter);
        await CountAsync(services, cold, counter, output);
        await PageAsync(services, counter, output);
    }

    private static async Task<ServiceProvider> CreateAsync(AzuriteProcess azurite, Counter counter)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Storage:ConnectionString", azurite.ConnectionString), new("Deadlines:AdoptionWait", "00:00:00")]).Build();
        var settings = HostSettings.Read(configuration);
        var problem = await AzureStorageStart.CheckAsync(settings.Storage!, CancellationToken.None);
        if (problem is not null) throw new InvalidOperationException(problem);
        var services = new ServiceCollection().AddLogging().AddSamverkanHost(settings, storage: null, SystemClock.Instance, demo: false);
        services.AddSingleton(new AzureAccount(settings.Storage! with { Configure = o => o.AddPolicy(counter, HttpPipelinePosition.PerRetry) }));
        services.AddSingleton<IMailTransport, Accepting>();
        return services.BuildServiceProvider();
    }

    private static async Task CountAsync(ServiceProvider services, ServiceProvider cold, Counter counter, TextWriter output)
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "Samples");
        await services.GetRequiredService<RegisterBook>().ImportAsync(await File.ReadAllBytesAsync(Path.Combine(samples, "register.json")), default);
        await services.GetRequiredService<DeadlineSweep>().RunAsync(default);
        await services.GetRequiredService<DispatchSweep>().RunAsync(default);
        var extract = Directory.GetFiles(Path.Combine(samples, "demo")).Single(f => f.EndsWith("KS 60.txt", StringComparison.Ordinal));
        await services.GetRequiredService<AzureAccount>().Container(AzureNames.Inbox).UploadBlobAsync("60.txt", new BinaryData(await File.ReadAllBytesAsync(extract)));

        await ReportAsync("taking in an extract that owes two deliveries", () => services.GetRequiredService<FileIntake>().TakeAsync("60.txt", default));
        var warm = await DispatchAsync(services);
        await output.WriteLineAsync($"storage transactions, from owed to handed over, one by one: {counter.List}");
        var first = await DispatchAsync(cold);
        await output.WriteLineAsync($"storage transactions, the same by a host that has just started: {counter.List}");
        await ReportAsync("inbox sweep with nothing to do", () => services.GetRequiredService<InboxSweep>().RunAsync(default));
        await ReportAsync("deadline sweep with nothing to do", () => services.GetRequiredService<DeadlineSweep>().RunAsync(default));
        await ReportAsync("dispatch sweep with nothing to do", () => services.GetRequiredService<DispatchSweep>().RunAsync(default));
        await ReportAsync("counts by state", () => services.GetRequiredService<IDeliveryLog>().CountAsync(default));
        var streams = await services.GetRequiredService<ILedgerStore>().HeadsAsync(default).CountAsync();
        await output.WriteLineAsync(FormattableString.Invariant($"storage transactions: the sweeps go over {streams} streams"));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"storage transactions, from owed to handed over: {warm}; {first} for the first of a host that has just started; at most {MostFromOwedToHandedOver}"));

        async Task<int> DispatchAsync(ServiceProvider host)
        {
            counter.Reset();
            return await TryOneAsync(host, counter);
        }

        async Task ReportAsync(string what, Func<Task> work)
        {
            counter.Reset();
            await work();
            await output.WriteLineAsync(FormattableString.Invariant($"storage transactions, {what}: {counter.Count} ({counter.Kinds})"));
        }
    }

    private static async Task<int> TryOneAsync(ServiceProvider services, Counter counter)
    {
        var receiver = services.GetRequiredService<IDispatchReceiver>();
        var message = (await receiver.ReceiveAsync(SystemClock.Instance.GetCurrentInstant(), 1, Duration.FromMinutes(1), default)).Single();
        var result = await services.GetRequiredService<GatedDispatcher>().TryAsync(message.DeliveryId, default);
        await receiver.DeleteAsync(message, default);
        return result.Outcome is null ? throw new InvalidOperationException("The delivery was not tried.") : counter.Count;
    }

    // The emulator looks through all of its table for every query, so its time says nothing of the service's, which looks up
    // the key: what counts there is requests. The rows are written as the log lists them, without their other keys, since the
    // emulator takes half an hour for all of them. The data folder's time is its own.
    private static async Task PageAsync(ServiceProvider services, Counter counter, TextWriter output)
    {
        var log = services.GetRequiredService<IDeliveryLog>();
        var table = services.GetRequiredService<AzureAccount>().Table(AzureNames.RowTable);
        await ListAsync(table, 0, Few);
        var (few, fewTime) = (await RequestsAsync(log, counter), await TimeAsync(log));
        await ListAsync(table, Few, Many);
        var (many, manyTime) = (await RequestsAsync(log, counter), await TimeAsync(log));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"first page of the log on a storage account: {few} transactions on {Few} deliveries, {many} on {Many}; ratio {(double)many / few:0.00}, at most 2 (the emulator, which scans: {fewTime:0} ms and {manyTime:0} ms)"));
        await FolderPageAsync(output);
    }

    private static async Task ListAsync(TableClient table, int from, int to)
    {
        foreach (var chunk in Enumerable.Range(from, to - from).Chunk(100))
            await table.SubmitTransactionAsync([.. chunk.Select(Rows.Delivery).Select(DeliveryEntity.Change).Select(Listed)]);

        static TableTransactionAction Listed(RowChange row)
        {
            var entity = new TableEntity("expedieringar", row.Keys[0]);
            foreach (var (name, value) in row.Values) entity[name] = value;
            return new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity);
        }
    }

    private static async Task FolderPageAsync(TextWriter output)
    {

        var folder = Directory.CreateTempSubdirectory("samverkan-benchmark-").FullName;
        await using (var local = new ServiceCollection().AddLogging().AddLocalStorage(new LocalStorageOptions { DataFolder = folder, Durable = false }).BuildServiceProvider())
        {
            var folderLog = local.GetRequiredService<IDeliveryLog>();
            await FillAsync(folderLog, Few);
            var fewTime = await TimeAsync(folderLog);
            await FillAsync(folderLog, Many);
            var manyTime = await TimeAsync(folderLog);
            await output.WriteLineAsync(FormattableString.Invariant(
                $"first page of the log in a data folder: {fewTime:0.00} ms on {Few} deliveries, {manyTime:0.00} ms on {Many}; ratio {manyTime / fewTime:0.00}, at most 2"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillAsync(IDeliveryLog log, int rows)
    {
        var have = (await log.CountAsync(default)).Values.Sum();
        foreach (var chunk in Enumerable.Range(have, rows - have).Chunk(1000)) await log.UpsertAsync([.. chunk.Select(Rows.Delivery)], default);
    }

    private static async Task<int> RequestsAsync(IDeliveryLog log, Counter counter)
    {
        counter.Reset();
        await log.PageAsync(new DeliveryFilter(), default);
        return counter.Count;
    }

    private static async Task<double> TimeAsync(IDeliveryLog log)
    {
        await log.PageAsync(new DeliveryFilter(), default);
        List<double> times = [];
        for (var i = 0; i < Looks; i++)
        {
            var watch = Stopwatch.StartNew();
            await log.PageAsync(new DeliveryFilter(), default);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Looks / 2);
    }

    // A mail server costs no storage but for what it is sent.
    private sealed class Accepting : IMailTransport
    {
        public async Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
        {
            await MimeWriter.WriteAsync(message, Stream.Null, cancellation);
            return new ChannelResult(AttemptOutcome.HandedOver, "smtp.accepted", "250 2.0.0 OK");
        }
    }

    private sealed class Counter : HttpPipelinePolicy
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _sent = new();

        public int Count => _sent.Count;

        public string List => string.Join(", ", _sent);

        public string Kinds => string.Join(", ", _sent.Select(s => s.Split('(')[0]).GroupBy(s => s, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count()}")));

        public void Reset() => _sent.Clear();

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything is sent asynchronously.");

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            // The account's name is the first part of the path at the emulator; what follows is a container, a queue or a table.
            var path = message.Request.Uri.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
            _sent.Enqueue($"{message.Request.Method} {string.Join('/', path.Skip(1)).Replace("%27", "'", StringComparison.Ordinal)}");
            return ProcessNextAsync(message, pipeline);
        }
    }
}
