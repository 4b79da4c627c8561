using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>
/// Lays minutes extracts into their streams: what they teach the register, whom they list, what they adopt, extend and
/// endorse. Doing it again for the same file changes nothing.
/// </summary>
public sealed class ExtractFiling(
    LedgerBook ledger, RegisterBook registers, RegisterLearning learning, IArchive archive, NoticeDesk notices, DeadlineOptions options, IClock clock)
{
    private const string Actor = "system:intake";

    /// <summary>Records every placed extract of a file; returns the streams that they went into.</summary>
    public async Task<IReadOnlyList<StreamId>> FileAsync(
        Verdict.Minutes minutes, ArchivedDocument document, string name, CancellationToken cancellation)
    {
        List<StreamId> streams = [];
        foreach (var placed in minutes.Extracts)
        {
            // The register learns first: an extended period is what lets the extract's own year exist.
            await learning.LearnAsync(placed, document.Hash, cancellation);
            streams.Add(await FileAsync(placed, document, name, cancellation));
        }

        return [.. streams.Distinct()];
    }

    private async Task<StreamId> FileAsync(PlacedExtract placed, ArchivedDocument document, string name, CancellationToken cancellation)
    {
        var stream = StreamId.OfAgreement(placed.Placement.Agreement.Value, placed.Placement.PlanYear);
        var register = await registers.CurrentAsync(cancellation);
        var agreement = register.FindAgreement(placed.Placement.Agreement)
            ?? throw new InvalidOperationException($"Agreement {placed.Placement.Agreement} left the register while an extract was filed.");
        var reading = await ArchiveReadingAsync(placed, name, cancellation);
        var recipients = RecipientResolver.Resolve(placed.Extract.Recipients, register);
        var now = clock.GetCurrentInstant();
        await ledger.RecordAsync<AgreementYear>(
            stream,
            Actor,
            year => year.Has(document.Hash, placed.Index)
                ? []
                : AgreementRules.Follow(year, [.. Facts(year, placed, document, name, reading, recipients, agreement, register)], register, options, now),
            cancellation);
        await TellUnknownAsync(stream, placed, document, recipients, agreement, cancellation);
        return stream;
    }

    private static IEnumerable<LedgerEvent> Facts(
        AgreementYear year, PlacedExtract placed, ArchivedDocument document, string name, DocumentHash reading,
        IReadOnlyList<ResolvedRecipient> recipients, Agreement agreement, Register register)
    {
        var obligation = placed.Placement.Obligation is { } id ? agreement.FindObligation(id) : null;
        var adopts = placed.Extract.Adopts is not null && obligation is not null;
        var received = Received(placed, document, name, reading, recipients, obligation, register, adopts);
        yield return received;
        if (agreement.Kind is AgreementKind.ActionPlan)
            foreach (var endorsed in Endorsements(placed.Extract, document.Hash)) yield return endorsed;
        foreach (var owed in ExtractOwing.Make(year, received, name, agreement, register)) yield return owed;
    }

    private static ExtractReceived Received(
        PlacedExtract placed, ArchivedDocument document, string name, DocumentHash reading,
        IReadOnlyList<ResolvedRecipient> recipients, Obligation? obligation, Register register, bool adopts)
    {
        var personal = new PersonalValues();
        return new ExtractReceived(
            placed.Placement.Obligation,
            new DocumentRef(document.Hash, personal.Commit(name), DocumentRef.ExtractPart, document.Size),
            placed.Index,
            DecisionOf(placed.Extract),
            adopts,
            [.. recipients.Select(r => new ListedRecipient(personal.Commit(r.Printed.Value), r.Kind, r.Id))],
            obligation is null ? [] : [.. RecipientResolver.DemandedButOmitted(obligation.Recipients, recipients, register).Select(c => c.Id)],
            reading,
            placed.Placement.Why)
        {
            Personal = personal,
        };
    }

    private static IEnumerable<Endorsed> Endorsements(MinutesExtract extract, DocumentHash document)
    {
        foreach (var earlier in extract.Endorsements)
            yield return new Endorsed(earlier.Value.Body, earlier.Value.Date, Paragraph: null, document);
        if (extract.Endorses is not null)
            yield return new Endorsed(extract.Body?.Value, extract.MeetingDate?.Value, extract.Paragraph.Value, document);
    }

    private static Decision DecisionOf(MinutesExtract extract) => new(
        extract.Paragraph.Value, extract.DiaryNumber?.Value.Printed, extract.Title?.Value, extract.Body?.Value, extract.MeetingDate?.Value);

    private async Task<DocumentHash> ArchiveReadingAsync(PlacedExtract placed, string name, CancellationToken cancellation)
    {
        using var json = new MemoryStream(ArchivedReading.Of(name, placed.Extract).Write(), writable: false);
        var reading = await archive.PutAsync(json, long.MaxValue, cancellation)
            ?? throw new InvalidOperationException("The archive refused a reading as too long.");
        return reading.Hash;
    }

    private Task TellUnknownAsync(
        StreamId stream, PlacedExtract placed, ArchivedDocument document, IReadOnlyList<ResolvedRecipient> recipients, Agreement agreement, CancellationToken cancellation)
    {
        ResolvedRecipient[] unknown = [.. recipients.Where(r => r.Kind is RecipientKind.Unknown)];
        if (unknown.Length == 0) return Task.CompletedTask;
        var item = new NoticeItem($"recipients/{stream}/{document.Hash}/{placed.Index}", NoticeKind.UnknownRecipients)
        {
            Agreement = agreement.Id,
            AgreementTitle = agreement.Title,
            Obligation = placed.Placement.Obligation,
            PlanYear = placed.Placement.PlanYear,
            Title = placed.Extract.Title?.Value ?? agreement.Title,
            DetailText = string.Join('\n', unknown.Select(r => r.Printed.Value)),
        };
        return notices.TellAsync(agreement.Responsible.Select(to => (to, item)), cancellation);
    }
}
