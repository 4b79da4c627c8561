using Azure.Core;
using EndToEnd.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Azure;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>A composed host on a storage account that it may share with others, with a transport of the test's.</summary>
internal sealed class AzureHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public AzureHost(AzureStorageOptions storage, IMailTransport transport, PassingPolicy? between = null, Action<IServiceCollection>? change = null)
    {
        var settings = HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
            [new("Storage:ConnectionString", storage.ConnectionString), new("Dispatch:EndpointPerMinute", "1000000"), new("Dispatch:EndpointAtOnce", "12")]).Build());
        Assert.Empty(settings.Problems);
        var account = new AzureAccount(storage with { Configure = client => Configure(client, between) });
        var services = new ServiceCollection().AddLogging()
            .AddSamverkanHost(settings, storage: null, SystemClock.Instance, demo: false)
            .AddSingleton(account).AddSingleton(transport);
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Takes in a register and extracts that make deliveries owed; returns their ids.</summary>
    public async Task<string[]> OweAsync(int boards, int plans)
    {
        var data = Directory.CreateTempSubdirectory("samverkan-azure-").FullName;
        var owed = ManyBoards.Drop(data, boards, plans);
        var (errors, _) = await Get<RegisterBook>().ImportAsync(await File.ReadAllBytesAsync(Path.Combine(data, "register.json")), default);
        Assert.Empty(errors);
        foreach (var file in Directory.GetFiles(Path.Combine(data, "inkorg"))) await DropAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        Directory.Delete(data, recursive: true);
        Assert.Equal(plans, await Get<InboxSweep>().RunAsync(default));
        var deliveries = await DeliveriesAsync();
        Assert.Equal(owed, deliveries.Count);
        return [.. deliveries.Select(d => d.Id).Order(StringComparer.Ordinal)];
    }

    public Task DropAsync(string name, byte[] content) =>
        Get<AzureAccount>().Container(AzureNames.Inbox).GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true);

    /// <summary>What the ledger says of the deliveries to recipients.</summary>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync()
    {
        List<Delivery> deliveries = [];
        await foreach (var head in Get<ILedgerStore>().HeadsAsync(default))
            if (head.Stream.AgreementYear is not null) deliveries.AddRange((await Get<LedgerBook>().LoadAsync<DeliveryBook>(head.Stream, default)).All);
        return deliveries;
    }

    /// <summary>Works one message of the queue as its trigger does; its delivery, or null where none is in sight.</summary>
    public async Task<string?> WorkOneAsync()
    {
        var queue = Get<IDispatchReceiver>();
        if (await queue.ReceiveAsync(SystemClock.Instance.GetCurrentInstant(), 1, Duration.FromMinutes(1), default) is not [var message]) return null;
        await Get<GatedDispatcher>().TryAsync(message.DeliveryId, default);
        await queue.DeleteAsync(message, default);
        return message.DeliveryId;
    }

    public async Task<bool> VerifiesAsync() => (await Get<LedgerVerifier>().VerifyAsync(default)).Fault is null;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void Configure(ClientOptions client, PassingPolicy? between)
    {
        client.Retry.Delay = TimeSpan.FromMilliseconds(1);
        if (between is not null) client.AddPolicy(between, HttpPipelinePosition.PerRetry);
    }
}
