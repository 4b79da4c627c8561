using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class LocalStorageServicesTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task AddLocalStorage_registers_every_port_once()
    {
        await using var services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddLocalStorage(_data.Options)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        foreach (var port in (Type[])[typeof(ILedgerStore), typeof(IDeliveryLog), typeof(IAgenda), typeof(IArchive), typeof(IInbox), typeof(IQuarantine)])
            Assert.Same(services.GetRequiredService(port), services.GetRequiredService(port));
        Assert.Same(services.GetRequiredService<IDispatchQueue>(), services.GetRequiredService<LocalDispatchQueue>());
    }

    [Fact]
    public void AddLocalStorage_refuses_options_out_of_range()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentException>(() => services.AddLocalStorage(_data.Options with { DataFolder = " " }));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddLocalStorage(_data.Options with { Stillness = Duration.FromHours(2) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddLocalStorage(_data.Options with { BusyTimeout = Duration.FromSeconds(-1) }));
    }
}
