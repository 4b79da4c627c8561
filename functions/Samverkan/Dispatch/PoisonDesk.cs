using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Channels;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// The use case of the poison queue: a message that failed in the host time after time. That counts as one try which
/// failed: the next comes in its time, and a person is asked when the tries are spent. What is no delivery's is kept in
/// quarantine, where it is seen. Only storage that cannot be reached makes it fail.
/// </summary>
public sealed partial class PoisonDesk(
    LedgerBook ledger,
    RegisterBook registers,
    QuarantineDesk quarantine,
    DispatchOptions options,
    DeadlineOptions deadlines,
    HostName host,
    IClock clock,
    ILogger<PoisonDesk> log)
{
    /// <summary>
    /// The code of a try that failed in the host itself, and of the one that stands for those which left nothing behind.
    /// </summary>
    public const string Failed = "host.failed";

    private const int MostLogged = 100;

    /// <summary>Takes one message, whatever it holds. A delivery that is not due, or that a host is at, is left to it.</summary>
    public async Task TakeAsync(string message, CancellationToken cancellation)
    {
        if (DeliveryId.TryStreamOf(message, out var stream) && (await ledger.LoadAsync<DeliveryBook>(stream, cancellation)).Find(message) is not null)
            await NoteAsync(stream, message, cancellation);
        else
            await KeepAsync(message, cancellation);
    }

    private async Task NoteAsync(StreamId stream, string id, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var recorded = stream.AgreementYear is null
            ? await ledger.RecordAsync<DeliveryBook>(stream, host.Actor, book => Failing(book.Find(id), now, _ => null), cancellation)
            : await NoteAsync(stream, id, await registers.CurrentAsync(cancellation), now, cancellation);
        if (recorded.Count == 0) LogLeft(id);
        else if (recorded.Any(e => e.Event is AttemptEnded { NextAt: null })) LogGivenUp(id);
        else LogTriedAgain(id);
    }

    private Task<IReadOnlyList<RecordedEvent>> NoteAsync(StreamId stream, string id, Register register, Instant now, CancellationToken cancellation) =>
        ledger.RecordAsync<AgreementYear>(
            stream,
            host.Actor,
            year => Failing(year.Deliveries.Find(id), now, new DeliveryDeadlines(year, register).DayOf) is { Count: > 0 } events
                ? AgreementRules.Follow(year, events, register, deadlines, now)
                : [],
            cancellation);

    // The tries that failed left nothing behind: one stands for them, so that it is seen when and why it comes again.
    private IReadOnlyList<LedgerEvent> Failing(Delivery? delivery, Instant now, Func<Delivery, LocalDate?> due)
    {
        if (delivery is null || !delivery.MayBeClaimed(now, options.LongestWait)) return [];
        var claim = new DeliveryClaimed(delivery.Id, delivery.Attempts.Count + 1, now);
        var sending = new Sending(null, null, new ChannelResult(AttemptOutcome.Transient, Failed, null));
        return [claim, .. AttemptEnd.Of(delivery.Claim(claim, now, host.Actor), sending, due(delivery), now, options)];
    }

    private async Task KeepAsync(string message, CancellationToken cancellation)
    {
        LogNotADelivery(message.Length, Shown(message));
        await using var stray = new StrayMessage(message);
        await quarantine.PutAsync(stray, new Verdict.Refused(IntakeCodes.StrayMessage,
            "Ett meddelande i kön utkorg är inte någon expediering som finns i liggaren. Inget har skickats. Någon annan än Samverkan har lagt det där, eller så har en äldre säkerhetskopia lagts tillbaka. Visa det för it-avdelningen, och ta sedan bort det ur karantänen.",
            []), cancellation);
    }

    // Somebody else wrote it: it must not make lines of its own in the log.
    private static string Shown(string message) =>
        string.Concat(message.Take(MostLogged).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '?'));

    [LoggerMessage(2551, LogLevel.Error, "Delivery {Id} kept failing in the host and now needs a person")]
    private partial void LogGivenUp(string id);

    [LoggerMessage(2552, LogLevel.Information, "Delivery {Id} kept failing in the host, and is no longer waiting for a try; nothing is done")]
    private partial void LogLeft(string id);

    [LoggerMessage(2554, LogLevel.Error, "Delivery {Id} kept failing in the host; it is tried again in its time")]
    private partial void LogTriedAgain(string id);

    [LoggerMessage(2553, LogLevel.Error, "A message of {Length} characters on the poison queue is no delivery's and is kept in quarantine; it begins {Text}")]
    private partial void LogNotADelivery(int length, string text);

    private sealed class StrayMessage(string message) : IInboxClaim
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(message);

        public string Name => string.Create(CultureInfo.InvariantCulture, $"kömeddelande {DocumentHash.Of(_bytes).Value[..8]}.txt");

        public Task<Stream> OpenAsync(CancellationToken cancellation) => Task.FromResult<Stream>(new MemoryStream(_bytes, writable: false));

        public Task<bool> IsUnchangedAsync(CancellationToken cancellation) => Task.FromResult(true);

        public Task<bool> CompleteAsync(CancellationToken cancellation) => Task.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
