using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch.Links;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;
using Samverkan.Storage.Migration;
using Samverkan.Storage.Tests.Contracts;
using Samverkan.Storage.Tests.Local;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>From a data folder to an account and back to another folder: everything is as it was.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StorageMigrationTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private const string Quarantined = "0123456789abcdef";
    private static readonly StreamId Stream = StreamId.Parse("folkhalsa-2021.2023");
    private readonly DataFolder _here = new();
    private readonly DataFolder _back = new();
    private readonly List<ServiceProvider> _services = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services) await services.DisposeAsync();
        _here.Dispose();
        _back.Dispose();
    }

    [AzuriteFact]
    public async Task Everything_moves_to_an_account_and_back_byte_for_byte()
    {
        var (folder, account, back) = (Folder(_here), await AccountAsync(), Folder(_back));
        await FillAsync(folder, 250);

        var there = await new StorageMigration(folder, account).RunAsync(default);
        var home = await new StorageMigration(account, back).RunAsync(default);

        Assert.Equal(new MigrationReport(2, 251, 3, 1, null), there);
        Assert.Equal(there, home);
        Assert.Equal(await EventsAsync(folder), await EventsAsync(back));
        Assert.Equal(folder.GetRequiredService<ILinkKeys>().NewestFirst()[0].ToArray(), back.GetRequiredService<ILinkKeys>().NewestFirst()[0].ToArray());
        foreach (var services in (ServiceProvider[])[account, back])
        {
            await using var content = await services.GetRequiredService<IQuarantine>().OpenAsync(Quarantined, default);
            Assert.Equal("innehåll", Encoding.UTF8.GetString(await content.ReadAllAsync()));
            await using var document = await services.GetRequiredService<IArchive>().OpenAsync(DocumentHash.Of([1]), default);
            Assert.Equal([1], await document.ReadAllAsync());
        }

        Assert.True(File.Exists(Path.Combine(_back.Options.QuarantineFolder, Quarantined, "Verksamhetsplan å.pdf")));
        Assert.Contains("diarienumret", await File.ReadAllTextAsync(Path.Combine(_back.Options.QuarantineFolder, Quarantined, "ORSAK.txt")), StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task It_goes_on_where_it_stopped_and_takes_over_what_was_erased_since()
    {
        var (folder, account) = (Folder(_here), await AccountAsync());
        await FillAsync(folder, 50);
        await new StorageMigration(folder, account).RunAsync(default);
        var store = folder.GetRequiredService<ILedgerStore>();
        var head = await store.HeadAsync(Stream, default);
        await store.AppendAsync(head, Events(head, 30), default);
        await folder.GetRequiredService<IErasure>().ErasePersonalAsync(Stream, 7, "{}", default);

        var again = await new StorageMigration(folder, account).RunAsync(default);

        Assert.Equal((81L, null), (again.Events, again.Problem));
        Assert.Equal(await EventsAsync(folder), await EventsAsync(account));
        Assert.Equal(again, await new StorageMigration(folder, account).RunAsync(default));
    }

    [AzuriteFact]
    public async Task Another_services_account_and_one_that_has_gone_on_are_left_as_they_are()
    {
        var (folder, account) = (Folder(_here), await AccountAsync());
        await FillAsync(folder, 5);
        await new StorageMigration(folder, account).RunAsync(default);
        var store = account.GetRequiredService<ILedgerStore>();
        var head = await store.HeadAsync(Stream, default);
        await store.AppendAsync(head, Events(head, 1), default);

        var report = await new StorageMigration(folder, account).RunAsync(default);
        Assert.Contains(Stream.Value, report.Problem, StringComparison.Ordinal);
        Assert.Equal(6, (await store.HeadAsync(Stream, default)).Version);

        var other = await AccountAsync();
        other.GetRequiredService<ILinkKeys>().NewestFirst();
        Assert.Contains("nyckel", (await new StorageMigration(folder, other).RunAsync(default)).Problem, StringComparison.Ordinal);
        Assert.Empty(await other.GetRequiredService<ILedgerStore>().HeadsAsync(default).ToListAsync());
    }

    [AzuriteFact]
    public async Task A_damaged_document_and_a_full_inbox_stop_it()
    {
        var (folder, account) = (Folder(_here), await AccountAsync());
        await FillAsync(folder, 1);
        await File.WriteAllTextAsync(Path.Combine(_here.Options.InboxFolder, "plan.pdf"), "x");
        Assert.Contains("inkorgen", (await new StorageMigration(folder, account).RunAsync(default)).Problem, StringComparison.Ordinal);
        File.Delete(Path.Combine(_here.Options.InboxFolder, "plan.pdf"));

        var hash = DocumentHash.Of([1]).Value;
        await File.WriteAllBytesAsync(Path.Combine(_here.Options.ArchiveFolder, hash[..2], hash), [2]);
        Assert.Contains(hash, (await new StorageMigration(folder, account).RunAsync(default)).Problem, StringComparison.Ordinal);
    }

    private static async Task FillAsync(IServiceProvider services, int events)
    {
        var store = services.GetRequiredService<ILedgerStore>();
        var head = StreamHead.None(Stream);
        foreach (var chunk in Enumerable.Range(0, events).Chunk(50))
        {
            var next = Events(head, chunk.Length);
            Assert.True(await store.AppendAsync(head, next, default));
            head = new StreamHead(Stream, next[^1].Version, next[^1].Hash);
        }

        await store.AppendAsync(StreamHead.None(StreamId.Audit), Events(StreamHead.None(StreamId.Audit), 1), default);
        for (byte i = 0; i < 3; i++) await services.GetRequiredService<IArchive>().PutAsync(new MemoryStream([i]), 10, default);
        await services.GetRequiredService<IQuarantine>().PutAsync(
            Quarantined, "Verksamhetsplan å.pdf", new MemoryStream(Encoding.UTF8.GetBytes("innehåll")), "Ingen samverkan har diarienumret.", default);
        services.GetRequiredService<ILinkKeys>().NewestFirst();
        services.GetRequiredService<IInbox>();
    }

    private static StoredEvent[] Events(StreamHead head, int count) =>
    [
        .. Enumerable.Range(1, count).Select(i => new StoredEvent(
            head.Stream, head.Version + i, "typ", Rows.Now.PlusTicks(i), "system:test", $$"""{"n":{{head.Version + i}}}""", i % 3 == 0 ? null : "{\"c1:00\":{\"value\":\"Åsa\"}}", $"{head.Stream}:{head.Version + i}")),
    ];

    private static async Task<List<StoredEvent>> EventsAsync(IServiceProvider services)
    {
        List<StoredEvent> all = [];
        await foreach (var head in services.GetRequiredService<ILedgerStore>().HeadsAsync(default))
            await foreach (var e in services.GetRequiredService<ILedgerStore>().ReadAsync(head.Stream, 0, default)) all.Add(e);
        return all;
    }

    private ServiceProvider Folder(DataFolder folder) => Kept(Services().AddLocalStorage(folder.Options));

    private async Task<ServiceProvider> AccountAsync() => Kept(Services().AddAzureStorage(await azurite.NewAsync()));

    private ServiceProvider Kept(IServiceCollection services)
    {
        var provider = services.BuildServiceProvider();
        _services.Add(provider);
        return provider;
    }

    private static IServiceCollection Services() => new ServiceCollection()
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<IClock>(SystemClock.Instance);
}
