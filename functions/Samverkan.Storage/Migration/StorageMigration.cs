using Microsoft.Extensions.DependencyInjection;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;

namespace Samverkan.Storage.Migration;

/// <summary>
/// Moves everything that a store keeps to another: streams event by event as they are, so that every hash and certificate
/// stays valid, documents, quarantine and keys. Nothing is taken away at the source; broken off, it goes on where it
/// stopped. Rows and the queue are made anew by the host.
/// </summary>
/// <param name="from">The services of the store that is read.</param>
/// <param name="to">The services of the store that is written.</param>
public sealed class StorageMigration(IServiceProvider from, IServiceProvider to)
{
    private const int EventsAtOnce = 20;

    private readonly ILedgerStore _source = from.GetRequiredService<ILedgerStore>();
    private readonly ILedgerStore _target = to.GetRequiredService<ILedgerStore>();
    private readonly IStoreContents _there = from.GetRequiredService<IStoreContents>();
    private readonly IStoreContents _here = to.GetRequiredService<IStoreContents>();

    /// <summary>Moves what is not there yet, and holds both stores against each other. The hosts of both are to be stopped.</summary>
    public async Task<MigrationReport> RunAsync(CancellationToken cancellation)
    {
        var report = new MigrationReport(0, 0, 0, 0, null);
        if (await _there.HasInboxAsync(cancellation))
            return report with { Problem = "I inkorgen ligger filer som inte är mottagna. Starta tjänsten en gång till, vänta tills inkorgen är tom, stoppa den och flytta sedan." };
        foreach (var (name, text) in await _there.LinkKeysAsync(cancellation))
        {
            if (!await _here.PutLinkKeyAsync(name, text, cancellation))
                return report with { Problem = $"Målet har redan en annan nyckel {name}. Målet är inte tomt, utan hör till en annan tjänst." };
        }

        // The documents first: an event must never name one that is not there.
        report = await DocumentsAsync(report, cancellation);
        if (report.Problem is null) report = await QuarantineAsync(report, cancellation);
        if (report.Problem is null) report = await StreamsAsync(report, cancellation);
        return report;
    }

    private async Task<MigrationReport> DocumentsAsync(MigrationReport report, CancellationToken cancellation)
    {
        var (source, target) = (from.GetRequiredService<IArchive>(), to.GetRequiredService<IArchive>());
        var have = await _here.DocumentsAsync(cancellation).ToHashSetAsync(cancellationToken: cancellation);
        await foreach (var hash in _there.DocumentsAsync(cancellation))
        {
            if (!have.Contains(hash))
            {
                await using var content = await source.OpenAsync(hash, cancellation);
                var put = content is null ? null : await target.PutAsync(content, long.MaxValue, cancellation);
                if (put?.Hash != hash)
                    return report with { Problem = $"Handlingen {hash} i arkivet är skadad: dess kontrollsumma stämmer inte. Återställ den ur en säkerhetskopia och flytta igen." };
            }

            report = report with { Documents = report.Documents + 1 };
        }

        return report;
    }

    private async Task<MigrationReport> QuarantineAsync(MigrationReport report, CancellationToken cancellation)
    {
        var (source, target) = (from.GetRequiredService<IQuarantine>(), to.GetRequiredService<IQuarantine>());
        await foreach (var file in _there.QuarantinedAsync(cancellation))
        {
            await using var content = await source.OpenAsync(file.Id, cancellation);
            if (content is null) continue;
            await target.PutAsync(file.Id, file.Name, content, file.Reason, cancellation);
            report = report with { Quarantined = report.Quarantined + 1 };
        }

        return report;
    }

    private async Task<MigrationReport> StreamsAsync(MigrationReport report, CancellationToken cancellation)
    {
        await foreach (var head in _source.HeadsAsync(cancellation))
        {
            if (!await CopyAsync(head.Stream, cancellation))
                return report with { Problem = $"Strömmen {head.Stream} i målet är en annan än den som flyttas. Målet är inte tomt, utan hör till en annan tjänst, eller så har den körts efter en tidigare flytt. Inget har skrivits över." };
            report = report with { Streams = report.Streams + 1, Events = report.Events + head.Version };
        }

        return report;
    }

    // What is there already is held against the source event by event; what has been erased since is erased there too.
    private async Task<bool> CopyAsync(StreamId stream, CancellationToken cancellation)
    {
        var head = await _target.HeadAsync(stream, cancellation);
        var erasure = to.GetRequiredService<IErasure>();
        await using var known = _target.ReadAsync(stream, 0, cancellation).GetAsyncEnumerator(cancellation);
        List<StoredEvent> next = [];
        var (there, last) = (head.Version, 0L);
        await foreach (var e in _source.ReadAsync(stream, 0, cancellation))
        {
            last = e.Version;
            if (e.Version <= there)
            {
                if (!await known.MoveNextAsync() || known.Current with { Personal = e.Personal } != e) return false;
                if (known.Current.Personal != e.Personal) await erasure.ErasePersonalAsync(stream, e.Version, e.Personal ?? "", cancellation);
                continue;
            }

            next.Add(e);
            if (next.Count == EventsAtOnce && !await AppendAsync()) return false;
        }

        return last >= there && (next.Count == 0 || await AppendAsync());

        async Task<bool> AppendAsync()
        {
            if (!await _target.AppendAsync(head, next, cancellation)) return false;
            head = new StreamHead(stream, next[^1].Version, next[^1].Hash);
            next.Clear();
            return true;
        }
    }
}
