using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Links;
using Samverkan.Ledger;
using Samverkan.Signals;

namespace Samverkan.Dispatch.Bounces;

/// <summary>
/// The timer's use case: reads what has come to the return address and lets the delivery that its signature names stand as
/// bounced, with what follows. The file goes after its event is recorded; seen again, it changes nothing.
/// </summary>
public sealed partial class BounceSweep(
    IBounceBox box,
    LedgerBook ledger,
    ILedgerStore store,
    RegisterBook registers,
    ContactNotices notices,
    LinkSigner signer,
    DeadlineOptions deadlines,
    SweepSignals signals,
    IClock clock,
    ILogger<BounceSweep> log)
{
    private const string Actor = "system:bounces";

    // A report lies before the message that it is about, which may be as large as any we send.
    private const int MostRead = 1024 * 1024;

    /// <summary>Reads every file that can be claimed now; returns how many deliveries bounced. One that fails does not stop the others.</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        signals.RunAsync(SweepNames.Bounces, () => SweepAsync(cancellation), cancellation);

    private async Task<int> SweepAsync(CancellationToken cancellation)
    {
        List<string> names = [];
        await foreach (var name in box.ListAsync(cancellation)) names.Add(name);
        var count = 0;
        foreach (var name in names)
        {
            try
            {
                if (await TakeAsync(name, cancellation)) count++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
        }

        return count;
    }

    private async Task<bool> TakeAsync(string name, CancellationToken cancellation)
    {
        await using var claim = await box.ClaimAsync(name, cancellation);
        if (claim is null) return false;
        switch (BounceReader.Read(await BeginningAsync(claim, cancellation), signer))
        {
            case BounceReading.Failed failed:
                return await BounceAsync(claim, failed, cancellation);
            case BounceReading.Strange strange:
                if (strange.IsForged) LogForged();
                await claim.SetAsideAsync(strange.Reason, cancellation);
                return false;
            case BounceReading.Noted noted:
                LogNoted(noted.Kind);
                await claim.CompleteAsync(cancellation);
                return false;
            default:
                throw new InvalidOperationException("A reading is one of three.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BeginningAsync(IBounceClaim claim, CancellationToken cancellation)
    {
        await using var file = await claim.OpenAsync(cancellation);
        var bytes = new byte[Math.Min(MostRead, file.Length)];
        return bytes.AsMemory(0, await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation));
    }

    private async Task<bool> BounceAsync(IBounceClaim claim, BounceReading.Failed failed, CancellationToken cancellation)
    {
        if (await FindAsync(failed.Digits, cancellation) is not { } delivery)
        {
            await claim.SetAsideAsync("Expedieringen som returadressen anger finns inte i den här installationen. Inget har ändrats.", cancellation);
            return false;
        }

        if (BounceRules.IsEarly(delivery)) return false;
        var recorded = await RecordAsync(delivery, failed, cancellation);
        await claim.CompleteAsync(CancellationToken.None);
        if (recorded) LogBounced(delivery.Id, failed.Code);
        return recorded;
    }

    // That the first channel will not do is told before it is recorded, as for a try that fails at once.
    private async Task<bool> RecordAsync(Delivery delivery, BounceReading.Failed failed, CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        var contact = register.FindContact(delivery.Contact);
        var now = clock.GetCurrentInstant();
        var stream = DeliveryId.StreamOf(delivery.Id);
        if (BounceRules.Of(delivery, failed, contact) is [_, DeliveryFellBack])
            await notices.TellFellBackAsync(delivery, new ChannelResult(AttemptOutcome.Permanent, failed.Code, failed.Answer), register);
        var recorded = stream.AgreementYear is null
            ? await ledger.RecordAsync<DeliveryBook>(stream, Actor, book => BounceRules.Of(book.Find(delivery.Id)!, failed, contact), cancellation)
            : await ledger.RecordAsync<AgreementYear>(
                stream,
                Actor,
                year => BounceRules.Of(year.Deliveries.Find(delivery.Id)!, failed, contact) is { Count: > 0 } events
                    ? AgreementRules.Follow(year, events, register, deadlines, now)
                    : [],
                cancellation);
        return recorded.Count > 0;
    }

    // The address has no room for the stream's name; bounces are few, and loaded streams are kept.
    private async Task<Delivery?> FindAsync(string digits, CancellationToken cancellation)
    {
        await foreach (var head in store.HeadsAsync(cancellation))
        {
            var id = $"{head.Stream.Value}.{digits}";
            if ((await ledger.LoadAsync<DeliveryBook>(head.Stream, cancellation)).Find(id) is { } delivery) return delivery;
        }

        return null;
    }

    [LoggerMessage(2501, LogLevel.Information, "Delivery {Id} bounced ({Code})")]
    private partial void LogBounced(string id, string code);

    [LoggerMessage(2502, LogLevel.Warning, "A message to the return address has a forged signature and is set aside")]
    private partial void LogForged();

    [LoggerMessage(2503, LogLevel.Information, "A message to the return address changes nothing and is deleted: {Kind}")]
    private partial void LogNoted(string kind);

    [LoggerMessage(2504, LogLevel.Error, "A message to the return address could not be handled; it stays and is tried again at the next sweep")]
    private partial void LogFailed(Exception e);
}
