using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.Tests;

/// <summary>A disk that is full, and a file that is written over while it is taken in: nothing is lost, and the file stays.</summary>
public sealed class IntakeFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samverkan-fault-").FullName;

    [Fact]
    public async Task A_full_disk_leaves_the_file_in_the_inbox_and_it_is_taken_in_when_there_is_room()
    {
        await using var services = await HostAsync();
        var dropped = Drop();
        Archive(services).BeforePut = () => throw new IOException("No space left on device");

        Assert.Equal(IntakeResult.LeftInPlace, await TakeAsync(services));
        Assert.True(File.Exists(dropped));
        Assert.Empty(await DeliveriesAsync(services));

        Archive(services).BeforePut = () => { };
        Assert.Equal(IntakeResult.Accepted, await TakeAsync(services));
        Assert.False(File.Exists(dropped));
        Assert.Equal(2, (await DeliveriesAsync(services)).Count);
    }

    [Fact]
    public async Task A_file_that_is_written_over_while_it_is_read_is_given_back_and_taken_in_as_it_then_is()
    {
        await using var services = await HostAsync();
        var dropped = Drop();
        Archive(services).BeforePut = () =>
        {
            Archive(services).BeforePut = () => { };
            var claimed = Directory.GetFiles(Path.Combine(_folder, "inkorg", ".claimed"), "*.txt", SearchOption.AllDirectories).Single();
            File.AppendAllText(claimed, "\nEn rad till.\n");
        };

        Assert.Equal(IntakeResult.LeftInPlace, await TakeAsync(services));
        Assert.EndsWith("En rad till.\n", await File.ReadAllTextAsync(dropped), StringComparison.Ordinal);
        Assert.Empty(await DeliveriesAsync(services));

        var whole = DocumentHash.Of(await File.ReadAllBytesAsync(dropped));
        Assert.Equal(IntakeResult.Accepted, await TakeAsync(services));
        Assert.All(await DeliveriesAsync(services), d => Assert.Equal([whole], d.Documents));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<ServiceProvider> HostAsync()
    {
        var services = new ServiceCollection().AddLogging().AddSamverkanHost(
            HostSettings.Read(new ConfigurationBuilder().Build()),
            new LocalStorageOptions { DataFolder = _folder, Stillness = Duration.Zero, Durable = false },
            new SimulatedClock(Instant.FromUtc(2021, 4, 20, 9, 0)),
            demo: true);
        var real = services.Last(d => d.ServiceType == typeof(IArchive)).ImplementationType!;
        services.AddSingleton<IArchive>(p => new FaultyArchive((IArchive)ActivatorUtilities.CreateInstance(p, real)));
        var provider = services.BuildServiceProvider();
        var register = await File.ReadAllBytesAsync(Path.Combine(Play.Samples, "register.json"));
        await provider.GetRequiredService<RegisterBook>().ImportAsync(register, CancellationToken.None);
        return provider;
    }

    private string Drop()
    {
        var path = Path.Combine(_folder, "inkorg", "utdrag.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Directory.GetFiles(Path.Combine(Play.Samples, "demo"), "*60.txt").Single(), path);
        return path;
    }

    private static FaultyArchive Archive(IServiceProvider services) => (FaultyArchive)services.GetRequiredService<IArchive>();

    private static Task<IntakeResult> TakeAsync(IServiceProvider services) =>
        services.GetRequiredService<FileIntake>().TakeAsync("utdrag.txt", CancellationToken.None);

    private static async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(IServiceProvider services) =>
        (await services.GetRequiredService<IDeliveryLog>().PageAsync(new DeliveryFilter(), CancellationToken.None)).Rows;

    private sealed class FaultyArchive(IArchive real) : IArchive
    {
        public Action BeforePut { get; set; } = () => { };

        public Task<ArchivedDocument?> PutAsync(Stream content, long mostBytes, CancellationToken cancellation)
        {
            BeforePut();
            return real.PutAsync(content, mostBytes, cancellation);
        }

        public Task<Stream?> OpenAsync(DocumentHash hash, CancellationToken cancellation) => real.OpenAsync(hash, cancellation);
    }
}
