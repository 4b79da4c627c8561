using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Tests;

/// <summary>A composed host on a data folder that it may share with others, with a clock and a transport of the test's.</summary>
internal sealed class SharedHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SharedHost(string data, IClock clock, IMailTransport transport, Action<IServiceCollection>? change = null)
    {
        var settings = HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Dispatch:EndpointPerMinute", "1000000"), new("Dispatch:EndpointAtOnce", "12")]).Build());
        Assert.Empty(settings.Problems);
        var storage = new LocalStorageOptions { DataFolder = data, Stillness = Duration.Zero, Durable = false, BusyTimeout = Duration.FromSeconds(1) };
        var services = new ServiceCollection().AddLogging().AddSamverkanHost(settings, storage, clock, demo: false).AddSingleton(transport);
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Takes in the register and the inbox of its folder.</summary>
    public async Task TakeInAsync(string data)
    {
        var (errors, _) = await Get<RegisterBook>().ImportAsync(await File.ReadAllBytesAsync(Path.Combine(data, "register.json")), CancellationToken.None);
        Assert.Empty(errors);
        await Get<InboxSweep>().RunAsync(CancellationToken.None);
    }

    /// <summary>What the ledger says of the deliveries to recipients.</summary>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync()
    {
        List<Delivery> deliveries = [];
        await foreach (var head in Get<ILedgerStore>().HeadsAsync(CancellationToken.None))
            if (head.Stream.AgreementYear is not null) deliveries.AddRange((await Get<LedgerBook>().LoadAsync<DeliveryBook>(head.Stream, CancellationToken.None)).All);
        return deliveries;
    }

    /// <summary>Sweeps, and works the queue as its runner does until nothing is in sight; a message whose work failed stays.</summary>
    /// <returns>How many messages failed.</returns>
    public async Task<int> WorkAsync()
    {
        var failed = 0;
        await Get<DispatchSweep>().RunAsync(CancellationToken.None);
        var queue = Get<LocalDispatchQueue>();
        while (await queue.ReceiveAsync(Get<IClock>().GetCurrentInstant(), 8, Duration.FromMinutes(1), CancellationToken.None) is { Count: > 0 } messages)
            failed += (await Task.WhenAll(messages.Select(message => TryAsync(queue, message)))).Count(worked => !worked);
        return failed;
    }

    public async Task<bool> VerifiesAsync() => (await Get<LedgerVerifier>().VerifyAsync(CancellationToken.None)).Fault is null;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<bool> TryAsync(LocalDispatchQueue queue, QueuedDelivery message)
    {
        try
        {
            await Get<GatedDispatcher>().TryAsync(message.DeliveryId, CancellationToken.None);
            await queue.DeleteAsync(message, CancellationToken.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
