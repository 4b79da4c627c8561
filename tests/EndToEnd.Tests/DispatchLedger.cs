using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Functions;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace EndToEnd.Tests;

/// <summary>What the ledger of a data folder says of the deliveries to recipients, whether a host runs on it or not.</summary>
internal static class DispatchLedger
{
    public static async Task<IReadOnlyList<Delivery>> ReadAsync(string data)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSamverkanHost(HostSettings.Read(new ConfigurationBuilder().Build()), new LocalStorageOptions { DataFolder = data }, SystemClock.Instance, demo: false)
            .BuildServiceProvider();
        var ledger = services.GetRequiredService<LedgerBook>();
        List<Delivery> deliveries = [];
        await foreach (var head in services.GetRequiredService<ILedgerStore>().HeadsAsync(CancellationToken.None))
            if (head.Stream.AgreementYear is not null) deliveries.AddRange((await ledger.LoadAsync<DeliveryBook>(head.Stream, CancellationToken.None)).All);
        return deliveries;
    }
}
