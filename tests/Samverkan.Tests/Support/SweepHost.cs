using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;
using Samverkan.Signals;
using Samverkan.Tests.Deadlines;

namespace Samverkan.Tests.Support;

/// <summary>A host's own use cases, caches and clock, on stores that it may share with other hosts.</summary>
internal sealed class SweepHost : IClock, IDisposable
{
    private readonly DeadlineSweep _sweep;

    internal SweepHost(Shared shared, Instant now, Func<int, Task>? before = null)
    {
        Now = now;
        Store = new HookedStore(shared.Store, before ?? (_ => Task.CompletedTask));
        AgendaProjection? agenda = null;
        Ledger = new LedgerBook(Store, this, () => [agenda!], NullLogger<LedgerBook>.Instance);
        Registers = new RegisterBook(Ledger, shared.Archive, this);
        agenda = new AgendaProjection(() => Ledger, Registers, shared.Agenda, new DeadlineOptions(), this);
        var notices = new NoticeDesk(Ledger, this, Instrumentation);
        var packages = new HandoverPackages(Ledger, Registers, shared.Archive, new LetterWriter(new LetterOptions(), null));
        _sweep = new DeadlineSweep(
            Ledger, Registers, shared.Agenda, agenda, notices, new EscalationDesk(packages, notices, shared.Archive, new DeadlineOptions()), new LedgerAnchor(Ledger, Store, shared.Archive),
            new AnchorNotice(Ledger, Registers, notices, new LedgerOptions { AnchorTo = shared.AnchorTo }),
            new RetentionSweep(Ledger, Store, Registers, new ErasureDesk(Ledger, Store, new NoErasure(), NullLogger<ErasureDesk>.Instance), this),
            new DeadlineOptions(), new SweepSignals(Instrumentation, new MemoryTimerRuns(), this, NullLogger<SweepSignals>.Instance), this, NullLogger<DeadlineSweep>.Instance);
    }

    internal Instant Now { get; set; }

    internal HookedStore Store { get; }

    internal Instrumentation Instrumentation { get; } = new();

    internal LedgerBook Ledger { get; }

    internal RegisterBook Registers { get; }

    public Instant GetCurrentInstant() => Now;

    public void Dispose()
    {
        Ledger.Dispose();
        Instrumentation.Dispose();
    }

    internal async Task ImportAsync(string register)
    {
        var (errors, _) = await Registers.ImportAsync(Encoding.UTF8.GetBytes(register), CancellationToken.None);
        Assert.Empty(errors);
    }

    internal Task SweepAsync() => _sweep.RunAsync(CancellationToken.None);

    internal Task SweepAsync(string at)
    {
        Now = Paper.At(at);
        return SweepAsync();
    }

    /// <summary>For registers without rules of retention: nothing may ask it.</summary>
    private sealed class NoErasure : IErasure
    {
        public Task ErasePersonalAsync(StreamId stream, long version, string erased, CancellationToken cancellation) =>
            throw new InvalidOperationException("Erased without a rule.");

        public Task EraseDocumentAsync(DocumentHash hash, Instant decidedAt, CancellationToken cancellation) =>
            throw new InvalidOperationException("Erased without a rule.");
    }

    /// <summary>What hosts share.</summary>
    internal sealed class Shared
    {
        internal MemoryLedgerStore Store { get; } = new();

        internal string? AnchorTo { get; init; }

        internal MemoryAgenda Agenda { get; } = new();

        internal MemoryArchive Archive { get; } = new();

        internal IEnumerable<LedgerEvent> Events => Store.All.Select(e => EventCatalog.Read(e)!);
    }
}
