using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>A release that is done twice, or whose machine stops on the way.</summary>
public sealed class QuarantineReleaseFaultTests
{
    [Fact]
    public async Task Releasing_twice_does_it_once()
    {
        await using var play = await QuarantinePlay.UnplacedAsync();
        var id = Assert.Single(await QuarantinePlay.WaitingAsync(play)).Id;

        var first = await QuarantinePlay.Desk(play).ReleaseAsync(id, QuarantinePlay.Chosen with { Adopted = true }, "Anna", CancellationToken.None);
        var second = await QuarantinePlay.Desk(play).ReleaseAsync(id, QuarantinePlay.Chosen with { Adopted = true }, "Bo", CancellationToken.None);

        Assert.Equal(first.Streams, second.Streams);
        Assert.Single(await QuarantinePlay.EventsAsync<QuarantineReleased>(play));
        Assert.Single(await play.DeliveriesAsync());
        Assert.Equal(ToolCodes.NotQuarantined, (await QuarantinePlay.Desk(play).ReleaseAsync("../../etc", null, "Bo", CancellationToken.None)).Problem!.Code);
    }

    [Theory]
    [InlineData("archive")]
    [InlineData("ledger")]
    [InlineData("quarantine")]
    public async Task A_release_that_stops_half_way_is_finished_by_the_next(string stopsAt)
    {
        await using var play = await QuarantinePlay.UnplacedAsync();
        var id = Assert.Single(await QuarantinePlay.WaitingAsync(play)).Id;

        await Assert.ThrowsAsync<IOException>(() => Desk(play, stopsAt).ReleaseAsync(id, QuarantinePlay.Chosen with { Adopted = true }, "Anna", CancellationToken.None));
        var released = await QuarantinePlay.Desk(play).ReleaseAsync(id, QuarantinePlay.Chosen with { Adopted = true }, "Anna", CancellationToken.None);

        Assert.Equal([QuarantinePlay.Year], released.Streams);
        Assert.Empty(await QuarantinePlay.WaitingAsync(play));
        Assert.Single(await QuarantinePlay.EventsAsync<QuarantineReleased>(play));
        Assert.Single(await play.DeliveriesAsync());
        Assert.Null(await play.Services.GetRequiredService<IQuarantine>().OpenAsync(id, CancellationToken.None));
    }

    private static QuarantineRelease Desk(Play play, string stopsAt)
    {
        var services = play.Services;
        var ledger = stopsAt == "ledger"
            ? new LedgerBook(new StoppingStore(services.GetRequiredService<ILedgerStore>()), services.GetRequiredService<IClock>(), () => [], NullLogger<LedgerBook>.Instance)
            : services.GetRequiredService<LedgerBook>();
        var archive = services.GetRequiredService<IArchive>();
        var quarantine = services.GetRequiredService<IQuarantine>();
        return new QuarantineRelease(
            stopsAt == "quarantine" ? new StoppingQuarantine(quarantine) : quarantine,
            stopsAt == "archive" ? new StoppingArchive(archive) : archive,
            services.GetRequiredService<DocumentJudge>(), services.GetRequiredService<DocumentFiling>(), ledger,
            services.GetRequiredService<IntakeOptions>(), NullLogger<QuarantineRelease>.Instance);
    }

    // Each does its work up to the point where the machine stops.
    private sealed class StoppingQuarantine(IQuarantine inner) : IQuarantine
    {
        public Task PutAsync(string id, string name, Stream content, string reason, CancellationToken cancellation) => inner.PutAsync(id, name, content, reason, cancellation);

        public Task<Stream?> OpenAsync(string id, CancellationToken cancellation) => inner.OpenAsync(id, cancellation);

        public Task RemoveAsync(string id, CancellationToken cancellation) => throw new IOException("The machine stopped.");
    }

    private sealed class StoppingArchive(IArchive inner) : IArchive
    {
        public async Task<ArchivedDocument?> PutAsync(Stream content, long mostBytes, CancellationToken cancellation)
        {
            await inner.PutAsync(content, mostBytes, cancellation);
            throw new IOException("The machine stopped.");
        }

        public Task<Stream?> OpenAsync(DocumentHash hash, CancellationToken cancellation) => inner.OpenAsync(hash, cancellation);
    }

    private sealed class StoppingStore(ILedgerStore inner) : ILedgerStore
    {
        public Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation) => throw new IOException("The machine stopped.");

        public IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);

        public Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation) => inner.HeadAsync(stream, cancellation);

        public IAsyncEnumerable<StreamHead> HeadsAsync(CancellationToken cancellation) => inner.HeadsAsync(cancellation);
    }
}
