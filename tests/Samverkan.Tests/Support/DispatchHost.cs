using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Digests;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;
using Samverkan.Signals;

namespace Samverkan.Tests.Support;

/// <summary>A host's dispatcher with its own caches and clock, on stores and contacts that it may share with other hosts.</summary>
internal sealed class DispatchHost : IClock, IDisposable
{
    internal static readonly StreamId Stream = StreamId.OfAgreement("avtal", 2027);

    // The region has a second way, the county has none.
    internal const string Register = """
        { "municipality": "Kommunen", "inUseFrom": "2026-01-01",
          "contacts": [
            { "id": "strateg", "name": "Strategen", "channel": { "type": "email", "address": "strateg@kommunen.example" } },
            { "id": "chef", "name": "Chefen", "channel": { "type": "email", "address": "chef@kommunen.example" } },
            { "id": "region", "name": "Regionen", "channel": { "type": "folder", "address": "region" }, "fallback": { "type": "email", "address": "region@region.example" } },
            { "id": "lan", "name": "Länet", "channel": { "type": "folder", "address": "lan" } } ],
          "agreements": [
            { "id": "avtal", "kind": "cooperation", "title": "Avtalet", "from": "2026-01-01", "to": "2027-12-31", "responsible": ["strateg"], "escalation": ["chef"],
              "obligations": [ { "id": "plan", "title": "Plan", "due": "--12-06", "planYear": "next", "recipients": ["lan", "region"] } ] } ] }
        """;

    private const int MostRounds = 200;

    private readonly Shared _shared;
    private readonly DispatchOptions _options;
    private readonly IChannel[] _channels;
    private readonly IDispatchQueue _queue;
    private readonly Dispatcher _dispatcher;
    private readonly DispatchSweep _sweep;

    internal DispatchHost(Shared shared, Instant now, Func<int, Task>? before = null, DispatchOptions? options = null, Death? death = null)
    {
        (_shared, Now) = (shared, now);
        options ??= new DispatchOptions();
        _options = options;
        _channels = [.. new[] { ChannelType.Folder, ChannelType.Email }.Select(type => MortalPort<IChannel>.Of(Port.Channel, new Channel(shared, type), death))];
        Store = new HookedStore(MortalPort<ILedgerStore>.Of(Port.Ledger, shared.Store, death), before ?? (_ => Task.CompletedTask));
        var log = MortalPort<IDeliveryLog>.Of(Port.DeliveryLog, shared.Log, death);
        _queue = MortalPort<IDispatchQueue>.Of(Port.Queue, shared.Queue, death);
        DeliveryProjection? rows = null;
        Ledger = new LedgerBook(Store, this, () => [rows!], NullLogger<LedgerBook>.Instance);
        rows = new DeliveryProjection(() => Ledger, log, _queue);
        Registers = new RegisterBook(Ledger, shared.Archive, this);
        var notices = new NoticeDesk(Ledger, this, Instrumentation);
        Notices = new ContactNotices(log, Ledger, Registers, notices, options);
        _dispatcher = new Dispatcher(
            Ledger, Registers, shared.Archive, _channels,
            new LetterWriter(new LetterOptions()), options, new DeadlineOptions(), Notices, new AttemptSignals(Instrumentation), HostName.Create(), this, NullLogger<Dispatcher>.Instance);
        _sweep = new DispatchSweep(
            Store, log, rows, new AgendaProjection(() => Ledger, Registers, new MemoryAgenda(), new DeadlineOptions(), this), Notices, _queue, new PutBacks(),
            new DigestDesk(new DigestReader(log, Ledger), Registers, notices, options, this), new OwedFigures(log, this, Instrumentation),
            new SweepSignals(Instrumentation, new MemoryTimerRuns(), this, NullLogger<SweepSignals>.Instance), options, this, NullLogger<DispatchSweep>.Instance);
    }

    internal Instant Now { get; set; }

    internal MemoryDeliveryLog Log => _shared.Log;

    internal HookedStore Store { get; }

    internal Instrumentation Instrumentation { get; } = new();

    internal LedgerBook Ledger { get; }

    internal RegisterBook Registers { get; }

    internal ContactNotices Notices { get; }

    public Instant GetCurrentInstant() => Now;

    public void Dispose()
    {
        Ledger.Dispose();
        Instrumentation.Dispose();
    }

    internal static async Task<(Shared Shared, string[] Ids)> OwedAsync(Instant now, string contact, int count = 1, DeliveryVersion version = DeliveryVersion.Decision)
    {
        var shared = new Shared();
        using var host = new DispatchHost(shared, now);
        var (errors, _) = await host.Registers.ImportAsync(Encoding.UTF8.GetBytes(Register), CancellationToken.None);
        Assert.Empty(errors);
        List<string> ids = [];
        for (var i = 0; i < count; i++) ids.Add(await host.OweAsync($"set {i}", contact, version));
        return (shared, [.. ids]);
    }

    internal async Task<string> OweAsync(string set, string contact, DeliveryVersion version = DeliveryVersion.Decision)
    {
        var document = new SentDocument(DocumentHash.Of(Encoding.UTF8.GetBytes(set)), set, "plan", set.Length);
        var owed = Owing.Make(Stream, version, ObligationId.Parse("plan"), new DocumentSet([document]),
            new Matter("Avtalet", "Plan", 2027, null, null), [(ContactId.Parse(contact), null)]).Single();
        await Ledger.RecordAsync<AgreementYear>(Stream, "test", _ => [owed], CancellationToken.None);
        return owed.To[0].Id;
    }

    internal Task<DispatchResult> TryAsync(string id) => _dispatcher.TryAsync(id, CancellationToken.None);

    internal async Task<DispatchResult> TryAsync(string id, Instant at)
    {
        Now = at;
        return await TryAsync(id);
    }

    /// <summary>A try whose host is ended while the channel is at work, and leaves it to its lease.</summary>
    internal async Task DieAsync(string id, Instant? at = null)
    {
        using var end = new CancellationTokenSource();
        _shared.Answer = async (_, _, held) =>
        {
            await end.CancelAsync();
            throw new OperationCanceledException(held);
        };
        Now = at ?? Now;
        Assert.True(await Record.ExceptionAsync(() => _dispatcher.TryAsync(id, end.Token)) is null or OperationCanceledException);
        _shared.Work();
    }

    internal GatedDispatcher Gate(EndpointPipelines endpoints) => new(
        _dispatcher, Ledger, Registers, _channels, endpoints, new PutBacks(), _queue, _options, this, NullLogger<GatedDispatcher>.Instance);

    /// <summary>Sweeps, works the queue, and passes the time to what waits, until nothing does.</summary>
    internal async Task WorkAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await _sweep.RunAsync(CancellationToken.None);
            var due = _shared.Queue.Take(Now);
            foreach (var id in due) await TryAsync(id);
            if (due.Count > 0) continue;
            if (Log.Rows.Min(row => row.NextAt) is not { } next) return;
            Now = Instant.Max(Now, next);
        }

        Assert.Fail($"Not done after {MostRounds} rounds: something waits that nobody works on.");
    }

    internal async Task<Delivery> FindAsync(string id) => (await Ledger.LoadAsync<DeliveryBook>(DeliveryId.StreamOf(id), CancellationToken.None)).Find(id)!;

    /// <summary>What hosts share, and what the other side answers.</summary>
    internal sealed class Shared
    {
        internal MemoryLedgerStore Store { get; } = new();

        internal MemoryDeliveryLog Log { get; } = new();

        internal MemoryDispatchQueue Queue { get; } = new();

        internal MemoryArchive Archive { get; } = new();

        internal List<(string Id, ChannelType Type, string Address)> Sent { get; } = [];

        internal Func<ChannelType, Parcel, CancellationToken, Task<ChannelResult>> Answer { get; set; } =
            (_, _, _) => Task.FromResult(new ChannelResult(AttemptOutcome.HandedOver, "ok", null));

        internal IEnumerable<LedgerEvent> Events => Store.All.Select(e => EventCatalog.Read(e)!);

        internal IEnumerable<NoticeItem> Told(NoticeKind kind, string to = "strateg") =>
            Events.OfType<NoticeOwed>().Where(n => n.Contact.Value == to).SelectMany(n => n.Items).Where(i => i.Kind == kind);

        internal void Fail(AttemptOutcome outcome, string code) => Answer = (_, _, _) => Task.FromResult(new ChannelResult(outcome, code, "451 nej"));

        internal void Work() => Answer = (_, _, _) => Task.FromResult(new ChannelResult(AttemptOutcome.HandedOver, "ok", null));
    }

    private sealed class Channel(Shared shared, ChannelType type) : IChannel
    {
        public ChannelType Type => type;

        public EndpointId? EndpointOf(Samverkan.Agreements.Channel address) =>
            address.Type is ChannelType.Folder ? EndpointId.Folder(address.Address) : null;

        public async Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            shared.Sent.Add((parcel.Id, type, parcel.Channel.Address));
            return await shared.Answer(type, parcel, cancellation);
        }
    }
}
