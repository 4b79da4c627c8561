using Microsoft.Extensions.Logging;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>
/// The use case of the drop folder: claims a file, reads it, places it, and lets go of it only when its bytes are in the
/// archive or the quarantine and the ledger says so. Every step can be done again: a file whose host died half-way is
/// taken in anew and lands in the same place.
/// </summary>
public sealed partial class FileIntake(
    IInbox inbox,
    IArchive archive,
    DocumentJudge judge,
    DocumentFiling filing,
    QuarantineDesk quarantine,
    LedgerBook ledger,
    IntakeSignals signals,
    IntakeOptions options,
    ILogger<FileIntake> log)
{
    private const string Actor = "system:intake";

    /// <summary>Takes in one file by its name in the inbox.</summary>
    public async Task<IntakeResult> TakeAsync(string name, CancellationToken cancellation)
    {
        await using var claim = await inbox.ClaimAsync(name, cancellation);
        if (claim is null) return IntakeResult.NotThere;
        using var measure = signals.Begin();
        try
        {
            return measure.End(await TakeAsync(claim, measure, cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(e);
            return measure.End(IntakeResult.LeftInPlace);
        }
    }

    private async Task<IntakeResult> TakeAsync(IInboxClaim claim, IntakeMeasure measure, CancellationToken cancellation)
    {
        var verdict = await JudgeAsync(claim, cancellation);
        if (verdict is Verdict.Refused refused) return await RefuseAsync(claim, refused, measure, cancellation);

        ArchivedDocument? document;
        await using (var content = await claim.OpenAsync(cancellation))
            document = await archive.PutAsync(content, options.MostBytes, cancellation);
        if (document is null) return await RefuseAsync(claim, TooLarge(), measure, cancellation);
        if (!await claim.IsUnchangedAsync(cancellation)) return Changed();

        var streams = await filing.FileAsync(verdict, document, claim.Name, cancellation);
        measure.FiledIn(document.Hash, streams);
        await AcceptAsync(claim.Name, document, streams, cancellation);
        return await claim.CompleteAsync(cancellation) ? IntakeResult.Accepted : Changed();
    }

    private async Task<Verdict> JudgeAsync(IInboxClaim claim, CancellationToken cancellation)
    {
        if (InboxName.Problem(claim.Name) is { } problem)
        {
            return new Verdict.Refused(IntakeCodes.BadName,
                problem + " Filen har därför inte lästs. Döp om den till ett vanligt filnamn och lägg den i inkorgen igen.", []);
        }

        await using var content = await claim.OpenAsync(cancellation);
        return content.Length > options.MostBytes ? TooLarge() : await judge.JudgeAsync(content, claim.Name, cancellation);
    }

    private Verdict.Refused TooLarge() => new(IntakeCodes.TooLarge,
        $"Filen är större än {options.MostBytes / (1024 * 1024)} MB och tas inte emot. Dela upp den eller spara den i ett mindre format, och lägg den i inkorgen igen.",
        []);

    private async Task<IntakeResult> RefuseAsync(IInboxClaim claim, Verdict.Refused refused, IntakeMeasure measure, CancellationToken cancellation)
    {
        measure.Refused(refused.Code);
        await quarantine.PutAsync(claim, refused, cancellation);
        return await claim.CompleteAsync(cancellation) ? IntakeResult.Quarantined : Changed();
    }

    private async Task AcceptAsync(string name, ArchivedDocument document, IReadOnlyList<StreamId> streams, CancellationToken cancellation)
    {
        var recorded = await ledger.RecordAsync<InboxHistory>(
            StreamId.Inbox,
            Actor,
            history =>
            {
                var personal = new PersonalValues();
                return
                [
                    new FileAccepted(document.Hash, personal.Commit(name), document.Size, [.. streams.Select(s => s.Value)],
                        streams.All(s => history.HasPlaced(document.Hash, s))) { Personal = personal },
                ];
            },
            cancellation);
        LogAccepted(document.Hash.Value, string.Join(' ', streams), ((FileAccepted)recorded[0].Event).Duplicate);
    }

    private IntakeResult Changed()
    {
        LogChanged();
        return IntakeResult.LeftInPlace;
    }

    [LoggerMessage(4001, LogLevel.Information, "File {Hash} accepted into {Streams} (duplicate: {Duplicate})")]
    private partial void LogAccepted(string hash, string streams, bool duplicate);

    [LoggerMessage(4002, LogLevel.Warning, "A file in the inbox cannot be read, or the disk is full; it stays where it is and is tried again")]
    private partial void LogUnreadable(Exception e);

    [LoggerMessage(4003, LogLevel.Warning, "A file in the inbox changed while it was read; it stays where it is and is taken in as it is now")]
    private partial void LogChanged();
}
