using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Certificates;
using Samverkan.Dispatch.Desk;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;

namespace Samverkan.Functions.Tests;

/// <summary>What goes, when, on whose decision; and that the log, its commitments and its proofs stay.</summary>
public sealed class RetentionTests
{
    // The files on disk are of today; what was decided before a file was touched leaves it alone.
    private static readonly Instant FarOff = Instant.FromUtc(2090, 1, 1, 6, 0);

    private const string Rules = """
        "retention": [
          { "what": "documents", "after": "P5Y", "decision": "Gallringsbeslut KS 2025/12" },
          { "what": "personalValues", "after": "P2Y", "decision": "Dokumenthanteringsplan 4.2" } ],
        """;

    [Fact]
    public async Task Without_rules_nothing_is_ever_erased()
    {
        await using var play = await PlayedAsync(rules: "");
        Assert.Equal((0, 0), await SweepAsync(play, FarOff));
        Assert.NotNull((await AdoptedAsync(play)).Documents[0].Name);
    }

    [Fact]
    public async Task Personal_values_and_documents_go_when_their_years_have_passed_and_everything_still_verifies()
    {
        await using var play = await PlayedAsync(Rules);
        var before = await AdoptedAsync(play);
        var certificate = await play.Services.GetRequiredService<CertificateDesk>().IssueAsync(before.Id, CancellationToken.None);

        // The plan year is 2023: two years from its end.
        await SweepAsync(play, Instant.FromUtc(2025, 12, 31, 20, 0));
        Assert.NotNull((await AdoptedAsync(play)).Documents[0].Name);
        Assert.NotEqual((0, 0), await SweepAsync(play, Instant.FromUtc(2026, 1, 1, 6, 0)));
        var erased = await AdoptedAsync(play);
        Assert.All(erased.Documents, d => Assert.Null(d.Name));
        Assert.All(erased.Attempts, a => Assert.Null(a.Address));
        Assert.Equal((before.State, before.HandedOverAt), (erased.State, erased.HandedOverAt));
        Assert.True(await IsArchivedAsync(play, before.Documents[0].Hash));

        Assert.NotEqual((0, 0), await SweepAsync(play, FarOff));
        Assert.All(before.Documents, d => Assert.False(IsArchivedAsync(play, d.Hash).GetAwaiter().GetResult()));
        Assert.Equal((0, 0), await SweepAsync(play, FarOff + Duration.FromDays(1)));
        Assert.Null((await play.VerifyAsync()).Fault);
        Assert.Empty(CertificateCheck.Faults(certificate!));
        Assert.Empty(CertificateCheck.Faults((await play.Services.GetRequiredService<CertificateDesk>().IssueAsync(before.Id, CancellationToken.None))!));
    }

    [Fact]
    public async Task The_ledger_names_the_decision_and_the_store_does_not_hold_the_values_any_more()
    {
        await using var play = await PlayedAsync(Rules);
        await SweepAsync(play, FarOff);
        var events = await EventsAsync(play, DeliveryId.StreamOf((await AdoptedAsync(play)).Id)).ToArrayAsync();

        Assert.Contains(events, e => e.Type == "erasure-decided" && e.Data.Contains("Dokumenthanteringsplan 4.2", StringComparison.Ordinal));
        Assert.DoesNotContain(events, e => e.Personal?.Contains("region.example", StringComparison.Ordinal) == true);
        Assert.Contains(events, e => e.Personal is not null);
    }

    [Fact]
    public async Task Values_that_are_gone_without_a_decision_fail_the_verification()
    {
        await using var play = await PlayedAsync(Rules);
        var stream = DeliveryId.StreamOf((await AdoptedAsync(play)).Id);
        await foreach (var e in EventsAsync(play, stream))
        {
            if (PersonalValues.Read(e.Personal)?.WriteErased() is not { } erased) continue;
            await play.Services.GetRequiredService<IErasure>().ErasePersonalAsync(stream, e.Version, erased, CancellationToken.None);
            break;
        }

        Assert.Equal(LedgerFaultKind.Personal, (await play.VerifyAsync()).Fault?.Kind);
    }

    [Fact]
    public async Task An_erasure_that_is_cut_off_anywhere_is_carried_out_by_the_next_sweep()
    {
        for (var calls = 0; calls < 12; calls += 3)
        {
            await using var play = await PlayedAsync(Rules);
            var before = await AdoptedAsync(play);
            var services = play.Services;
            var cut = new CutErasure(services.GetRequiredService<IErasure>(), calls);
            var ledger = services.GetRequiredService<LedgerBook>();
            var store = services.GetRequiredService<ILedgerStore>();
            MoveTo(play, FarOff);
            var desk = new ErasureDesk(ledger, store, cut, NullLogger<ErasureDesk>.Instance);
            await Assert.ThrowsAsync<IOException>(() => new RetentionSweep(
                ledger, store, services.GetRequiredService<RegisterBook>(), desk, services.GetRequiredService<IClock>()).RunAsync(CancellationToken.None));

            await SweepAsync(play, FarOff + Duration.FromDays(1));
            Assert.All((await AdoptedAsync(play)).Documents, d => Assert.Null(d.Name));
            Assert.All(before.Documents, d => Assert.False(IsArchivedAsync(play, d.Hash).GetAwaiter().GetResult()));
            Assert.Null((await play.VerifyAsync()).Fault);
        }
    }

    [Fact]
    public async Task A_person_erases_a_delivery_and_a_document_with_a_reason_once()
    {
        await using var play = await PlayedAsync(rules: "");
        var hands = play.Services.GetRequiredService<ErasureByHand>();
        var delivery = await AdoptedAsync(play);
        MoveTo(play, FarOff);

        Assert.Equal("erasure.no-reason", (await hands.DeliveryAsync(delivery.Id, "  ", "cli:a", CancellationToken.None)).Code);
        Assert.Equal("delivery.unknown", (await hands.DeliveryAsync("x", "skäl", "cli:a", CancellationToken.None)).Code);
        Assert.True((await hands.DeliveryAsync(delivery.Id, "fel mottagare", "Anna Andersson", CancellationToken.None)).IsRecorded);
        Assert.Equal("erasure.nothing", (await hands.DeliveryAsync(delivery.Id, "igen", "cli:a", CancellationToken.None)).Code);
        Assert.True((await hands.DocumentAsync(delivery.Documents[0].Hash, "fel fil", "cli:a", CancellationToken.None)).IsRecorded);
        Assert.Equal("erasure.nothing", (await hands.DocumentAsync(delivery.Documents[0].Hash, "fel fil", "cli:a", CancellationToken.None)).Code);

        Assert.Null((await AdoptedAsync(play)).Attempts[0].Address);
        Assert.False(await IsArchivedAsync(play, delivery.Documents[0].Hash));
        Assert.True(await IsArchivedAsync(play, delivery.Documents[1].Hash));
        Assert.Null((await play.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task What_a_person_decided_and_a_crash_cut_off_is_finished_by_the_next_sweep_though_there_are_no_rules()
    {
        await using var play = await PlayedAsync(rules: "");
        var before = await AdoptedAsync(play);
        MoveTo(play, FarOff);
        await Assert.ThrowsAsync<IOException>(() => CutHands(play).DocumentAsync(before.Documents[0].Hash, "fel fil", "cli:a", CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => CutHands(play).DeliveryAsync(before.Id, "fel mottagare", "cli:a", CancellationToken.None));

        await SweepAsync(play, FarOff);
        Assert.Null((await AdoptedAsync(play)).Attempts[0].Address);
        Assert.False(await IsArchivedAsync(play, before.Documents[0].Hash));
    }

    [Fact]
    public async Task Asking_again_for_an_erasure_that_was_cut_off_finishes_it_and_says_so()
    {
        await using var play = await PlayedAsync(rules: "");
        var (delivery, hands) = (await AdoptedAsync(play), play.Services.GetRequiredService<ErasureByHand>());
        MoveTo(play, FarOff);
        await Assert.ThrowsAsync<IOException>(() => CutHands(play).DeliveryAsync(delivery.Id, "fel mottagare", "cli:a", CancellationToken.None));
        Assert.True((await hands.DeliveryAsync(delivery.Id, "fel mottagare", "cli:a", CancellationToken.None)).IsRecorded);
        Assert.Equal("erasure.nothing", (await hands.DeliveryAsync(delivery.Id, "fel mottagare", "cli:a", CancellationToken.None)).Code);

        var document = delivery.Documents[0].Hash;
        await Assert.ThrowsAsync<IOException>(() => CutHands(play).DocumentAsync(document, "fel fil", "cli:a", CancellationToken.None));
        Assert.True((await hands.DocumentAsync(document, "fel fil", "cli:a", CancellationToken.None)).IsRecorded);
        Assert.Equal("erasure.nothing", (await hands.DocumentAsync(document, "fel fil", "cli:a", CancellationToken.None)).Code);
        Assert.False(await IsArchivedAsync(play, document));
    }

    [Fact]
    public async Task A_corrected_contact_keeps_its_address_for_as_long_as_the_correction_is_in_force()
    {
        await using var play = await PlayedAsync(Rules);
        var desk = play.Services.GetRequiredService<ContactDesk>();
        foreach (var address in (string[])["ny@region.example", "nyast@region.example"])
            Assert.True((await desk.CorrectAsync("vgr-folkhalsa", ChannelType.Email, address, "cli:a", CancellationToken.None)).IsRecorded);
        await SweepAsync(play, FarOff);
        var registers = play.Services.GetRequiredService<RegisterBook>();
        Assert.Equal("nyast@region.example", (await registers.CurrentAsync(CancellationToken.None)).FindContact(ContactId.Parse("vgr-folkhalsa"))!.Channel.Address);

        var file = (await RegisterAsync(Rules)).Replace("folkhalsa@region.example", "tredje@region.example", StringComparison.Ordinal);
        Assert.True((await registers.ImportAsync(System.Text.Encoding.UTF8.GetBytes(file), CancellationToken.None)).Changed);
        await SweepAsync(play, FarOff + Duration.FromDays(1));
        Assert.DoesNotContain("@region.example", string.Concat(await EventsAsync(play, StreamId.Register).Select(e => e.Personal).ToArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_delivery_that_nobody_has_received_needs_stays_until_it_is_done()
    {
        await using var play = await PlayedAsync(Rules);
        var desk = play.Services.GetRequiredService<DeliveryDesk>();
        var sent = await AdoptedAsync(play);
        var again = (await desk.ResendAsync(sent.Id, "kom inte fram", "cli:a", CancellationToken.None)).As!;
        Assert.NotEqual((0, 0), await SweepAsync(play, FarOff));
        Assert.Null((await FindAsync(play, sent.Id)).Attempts[0].Address);
        Assert.All((await FindAsync(play, again)).Documents, d => Assert.NotNull(d.Name));
        Assert.All(sent.Documents, d => Assert.True(IsArchivedAsync(play, d.Hash).GetAwaiter().GetResult()));

        Assert.True((await desk.CancelAsync(again, "behövs inte", "cli:a", CancellationToken.None)).IsRecorded);
        await SweepAsync(play, Instant.FromUtc(2096, 1, 1, 6, 0));
        Assert.All((await FindAsync(play, again)).Documents, d => Assert.Null(d.Name));
        Assert.All(sent.Documents, d => Assert.False(IsArchivedAsync(play, d.Hash).GetAwaiter().GetResult()));
        Assert.Null((await play.VerifyAsync()).Fault);
    }

    private static async Task<Play> PlayedAsync(string rules)
    {
        var play = new Play();
        await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(new LocalDate(2021, 4, 20), new LocalDate(2022, 12, 13), await RegisterAsync(rules));
        return play;
    }

    private static async Task<string> RegisterAsync(string rules) =>
        (await File.ReadAllTextAsync(Path.Combine(Play.Samples, "register.json"))).Replace("\"contacts\":", rules + "\"contacts\":", StringComparison.Ordinal);

    private static ErasureByHand CutHands(Play play)
    {
        var (ledger, store) = (play.Services.GetRequiredService<LedgerBook>(), play.Services.GetRequiredService<ILedgerStore>());
        var cut = new CutErasure(play.Services.GetRequiredService<IErasure>(), after: 0);
        return new ErasureByHand(ledger, store, new ErasureDesk(ledger, store, cut, NullLogger<ErasureDesk>.Instance));
    }

    private static IAsyncEnumerable<StoredEvent> EventsAsync(Play play, StreamId stream) =>
        play.Services.GetRequiredService<ILedgerStore>().ReadAsync(stream, 0, CancellationToken.None);

    private static async Task<Delivery> AdoptedAsync(Play play)
    {
        var row = Assert.Single(await play.DeliveriesAsync(), d => d is { Version: DeliveryVersion.Adopted, PlanYear: 2023 });
        return await FindAsync(play, row.Id);
    }

    private static async Task<Delivery> FindAsync(Play play, string id) =>
        (await play.Services.GetRequiredService<LedgerBook>().LoadAsync<DeliveryBook>(DeliveryId.StreamOf(id), CancellationToken.None)).Find(id)!;

    private static Task<(int Events, int Documents)> SweepAsync(Play play, Instant at)
    {
        MoveTo(play, at);
        return play.Services.GetRequiredService<RetentionSweep>().RunAsync(CancellationToken.None);
    }

    private static void MoveTo(Play play, Instant at) => ((SimulatedClock)play.Services.GetRequiredService<IClock>()).MoveTo(at);

    private static async Task<bool> IsArchivedAsync(Play play, DocumentHash hash)
    {
        await using var content = await play.Services.GetRequiredService<IArchive>().OpenAsync(hash, CancellationToken.None);
        return content is not null;
    }

    private sealed class CutErasure(IErasure real, int after) : IErasure
    {
        private int _calls;

        public Task ErasePersonalAsync(StreamId stream, long version, string erased, CancellationToken cancellation) =>
            _calls++ < after ? real.ErasePersonalAsync(stream, version, erased, cancellation) : throw new IOException("cut");

        public Task EraseDocumentAsync(DocumentHash hash, Instant decidedAt, CancellationToken cancellation) =>
            _calls++ < after ? real.EraseDocumentAsync(hash, decidedAt, cancellation) : throw new IOException("cut");
    }
}
