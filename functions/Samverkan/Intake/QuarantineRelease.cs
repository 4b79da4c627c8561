using Microsoft.Extensions.Logging;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>
/// What a person does with a quarantined file: lets it out to where it belongs, or throws it away. Every step can be done
/// again: where a host died half-way, the same request finishes the work and changes nothing else.
/// </summary>
public sealed partial class QuarantineRelease(
    IQuarantine quarantine,
    IArchive archive,
    DocumentJudge judge,
    DocumentFiling filing,
    LedgerBook ledger,
    IntakeOptions options,
    ILogger<QuarantineRelease> log)
{
    /// <summary>
    /// Lets a file out: archives it, places it as if it had come from the inbox, records who let it out, and takes it out
    /// of the quarantine, in that order.
    /// </summary>
    /// <param name="id">Its id in the quarantine; any string.</param>
    /// <param name="choice">Where it belongs; null to match it as usual, for one that was held for its contents alone.</param>
    /// <param name="by">Who lets it out; kept as a personal value.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<ReleaseResult> ReleaseAsync(string id, ReleaseChoice? choice, string by, CancellationToken cancellation)
    {
        if (NotSaid(by) is { } unsaid) return Failed(unsaid);
        var history = await ledger.LoadAsync<InboxHistory>(StreamId.Inbox, cancellation);
        if (history.Released.TryGetValue(id, out var known))
        {
            await quarantine.RemoveAsync(id, cancellation);
            return new ReleaseResult([.. known.Select(StreamId.Parse)], Problem: null);
        }

        if (!history.Quarantined.TryGetValue(id, out var file)) return Failed(NotQuarantined());
        await using var content = await quarantine.OpenAsync(id, cancellation);
        if (content is null) return Failed(FileMissing());
        var (document, streams, problem) = await PlaceAsync(file, content, choice, cancellation);
        if (document is null) return Failed(problem!);
        await RecordAsync(id, by, (who, personal) => new QuarantineReleased(id, document.Hash, [.. streams.Select(s => s.Value)], who) { Personal = personal }, cancellation);
        await content.DisposeAsync();
        await quarantine.RemoveAsync(id, cancellation);
        LogReleased(id, document.Hash.Value, string.Join(' ', streams));
        return new ReleaseResult(streams, Problem: null);
    }

    /// <summary>Throws a file away, having recorded why; nothing of it is kept. Returns why it was not done, or null.</summary>
    /// <param name="id">Its id in the quarantine; any string.</param>
    /// <param name="reason">Why; kept as a personal value.</param>
    /// <param name="by">Who; kept as a personal value.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<ToolProblem?> DiscardAsync(string id, string reason, string by, CancellationToken cancellation)
    {
        if ((NotSaid(by) ?? NotSaid(reason)) is { } unsaid) return unsaid;
        var history = await ledger.LoadAsync<InboxHistory>(StreamId.Inbox, cancellation);
        if (!history.Quarantined.ContainsKey(id) && !history.Discarded.Contains(id)) return NotQuarantined();
        await RecordAsync(id, by, (who, personal) => new QuarantineDiscarded(id, personal.Commit(reason), who) { Personal = personal }, cancellation);
        await quarantine.RemoveAsync(id, cancellation);
        LogDiscarded(id);
        return null;
    }

    private async Task<(ArchivedDocument? Document, IReadOnlyList<StreamId> Streams, ToolProblem? Problem)> PlaceAsync(
        QuarantinedFile file, Stream content, ReleaseChoice? choice, CancellationToken cancellation)
    {
        var path = file.Name ?? file.Id;
        if (InboxName.Problem(path) is { } bad) return Not(IntakeCodes.BadName, bad + " Filen ligger kvar. Döp om originalet, lägg det i inkorgen igen och kasta det här.");
        if (content.Length > options.MostBytes) return TooLarge();
        var verdict = await judge.JudgeReleasedAsync(content, path, choice, cancellation);
        if (verdict is Verdict.Refused refused) return Not(refused.Code, refused.Sentence);
        content.Position = 0;
        if (await archive.PutAsync(content, options.MostBytes, cancellation) is not { } document) return TooLarge();
        return (document, await filing.FileAsync(verdict, document, path, cancellation), null);
    }

    private static (ArchivedDocument?, IReadOnlyList<StreamId>, ToolProblem?) Not(string code, string sentence) =>
        (null, [], new ToolProblem(code, sentence));

    private static (ArchivedDocument?, IReadOnlyList<StreamId>, ToolProblem?) TooLarge() =>
        Not(IntakeCodes.TooLarge, "Filen är större än vad som tas emot och ligger kvar. Dela upp originalet, lägg delarna i inkorgen och kasta det här.");

    // Decided on the newest state: of two who act at once, the first is on record and the second changes nothing.
    private Task RecordAsync(string id, string by, Func<Commitment, PersonalValues, LedgerEvent> made, CancellationToken cancellation)
    {
        var personal = new PersonalValues();
        var who = personal.Commit(by);
        var e = made(who, personal);
        return ledger.RecordAsync<InboxHistory>(
            StreamId.Inbox, who.Value, history => history.Quarantined.ContainsKey(id) ? [e] : [], cancellation);
    }

    private static ReleaseResult Failed(ToolProblem problem) => new([], problem);

    private static ToolProblem? NotSaid(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= 1000
        ? null
        : new(ToolCodes.NotSaid, "Den som gör det, och skälet där ett behövs, ska anges med högst 1000 tecken. Inget har ändrats.");

    private static ToolProblem NotQuarantined() => new(ToolCodes.NotQuarantined,
        "I karantänen väntar ingen fil med det id:t. Den kan redan vara släppt eller kastad, eller så är id:t felskrivet: det är 16 siffror och bokstäver a–f.");

    private static ToolProblem FileMissing() => new(ToolCodes.FileMissing,
        "Filen väntar enligt liggaren men ligger inte i karantänens mapp. Lägg den i inkorgen igen om den behövs, och kasta den här posten.");

    [LoggerMessage(4201, LogLevel.Information, "Quarantined file {Id} released as {Hash} into {Streams}")]
    private partial void LogReleased(string id, string hash, string streams);

    [LoggerMessage(4202, LogLevel.Information, "Quarantined file {Id} discarded")]
    private partial void LogDiscarded(string id);
}
