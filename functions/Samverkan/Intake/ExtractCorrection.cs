using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>
/// What a person does with an extract that was read wrongly: corrects a value, after which the document goes on. Later
/// letters and deliveries say the corrected value; what has been sent is never sent again for it.
/// </summary>
public sealed class ExtractCorrection(LedgerBook ledger, RegisterBook registers, RegisterLearning learning, DeadlineOptions options, IClock clock)
{
    private const int ShortestHash = 8;

    /// <summary>
    /// Corrects one value. An empty value says that the document does not state it. A list of recipients is parted by
    /// semicolons; those of it who have not had the extract receive it. The value that it has already changes nothing,
    /// but for recipients whom the register knows by now.
    /// </summary>
    /// <param name="stream">The stream that the extract lies in.</param>
    /// <param name="hash">The file's SHA-256, or its first 8 digits and more; any string.</param>
    /// <param name="index">Which extract of the file, from 0.</param>
    /// <param name="field">Which value.</param>
    /// <param name="value">What it is.</param>
    /// <param name="by">Who corrects it; kept as a personal value.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<CorrectionResult> CorrectAsync(
        StreamId stream, string hash, int index, ExtractField field, string value, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by) || by.Length > 1000) return Failed(ToolCodes.NotSaid, "Den som rättar ska anges, med högst 1000 tecken.");
        var register = await registers.CurrentAsync(cancellation);
        if (Find(await ledger.LoadAsync<AgreementYear>(stream, cancellation), hash, index) is not { } extract || AgreementOf(stream, register) is not { } agreement)
            return Failed(ToolCodes.NoExtract, "Det finns inget protokollsutdrag med den kontrollsumman och det numret i den strömmen. Sidan för en expediering av utdraget visar vad som ska anges.");

        var now = clock.GetCurrentInstant();
        var (decision, problem) = field is ExtractField.Recipients
            ? (extract.Event.Decision, null)
            : CorrectedValue.In(extract.Event.Decision, field, value, Stockholm.DateOf(now));
        if (problem is not null) return Failed(ToolCodes.BadValue, problem);
        IReadOnlyList<ResolvedRecipient>? recipients = null;
        if (field is ExtractField.Recipients)
        {
            if (CorrectedValue.Recipients(value) is not { } names) return Failed(ToolCodes.BadValue, "Listan har fler än 500 mottagare.");
            recipients = RecipientResolver.Resolve(names, register);
        }

        if (Corrected(extract, field, decision, recipients, agreement, register, by) is not { } corrected) return new CorrectionResult(Problem: null, [], [], Unknown(recipients));

        // The register first: done again after a crash, it finds the number corrected; the other way round nobody would.
        if (field is ExtractField.DiaryNumber && extract.Event.Decision.DiaryNumber is { } wrong)
            await learning.CorrectAsync(agreement.Id, stream.AgreementYear!.Value.PlanYear, wrong, decision.DiaryNumber, cancellation);
        var recorded = await ledger.RecordAsync<AgreementYear>(
            stream,
            corrected.By.Value,
            year => Find(year, hash, index) is { } newest && newest.Corrections.Count == extract.Corrections.Count
                ? AgreementRules.Follow(year, [corrected, .. Owed(year, corrected, newest, agreement, register, now)], register, options, now)
                : [],
            cancellation);
        if (recorded.Count == 0) return Failed(ToolCodes.Changed, "Någon annan rättade utdraget samtidigt. Se vad det blev, och rätta igen om det behövs.");
        return new CorrectionResult(
            Problem: null,
            [.. recorded.Select(e => e.Event).OfType<DeliveriesOwed>().Where(o => o.Version is DeliveryVersion.Decision).SelectMany(o => o.To).Select(to => to.Contact)],
            recipients is null ? [] : Removed(await ledger.LoadAsync<AgreementYear>(stream, cancellation), extract, register),
            Unknown(recipients));
    }

    private static IReadOnlyList<RemovedRecipient> Removed(AgreementYear year, ReceivedExtract extract, Register register)
    {
        var file = extract.Event.Document.Hash;
        var listed = Recipients.Of(register, year.Extracts.Where(x => x.Event.Document.Hash == file)
            .SelectMany(x => x.Event.Recipients.Select(r => r.Id)).OfType<ContactId>()).Select(r => r.Contact).ToHashSet();
        return
        [
            .. year.Deliveries.All
                .Where(d => d.Version is DeliveryVersion.Decision && d.Documents.Any(x => x.Hash == file) && !listed.Contains(d.Contact))
                .Where(d => d.State is not (DeliveryState.Cancelled or DeliveryState.Replaced))
                .Select(d => new RemovedRecipient(d.Contact, d.Id, d.HandedOverAt is not null)),
        ];
    }

    private static IEnumerable<DeliveriesOwed> Owed(
        AgreementYear year, ExtractCorrected corrected, ReceivedExtract before, Agreement agreement, Register register, Instant now)
    {
        if (corrected.Recipients is null) return [];
        var after = year.Apply(new RecordedEvent(year.Stream, year.Version + 1, now, "", corrected));
        return ExtractOwing.Make(after, Find(after, before.Event.Document.Hash.Value, before.Event.Index)!.Event, before.Name, agreement, register);
    }

    // Null where nothing is another than it was.
    private static ExtractCorrected? Corrected(
        ReceivedExtract extract, ExtractField field, Decision asked, IReadOnlyList<ResolvedRecipient>? recipients, Agreement agreement, Register register, string by)
    {
        var personal = new PersonalValues();
        var old = field is ExtractField.Recipients ? Listed(extract.Recipients.Select(r => r.Printed)) : CorrectedValue.Of(extract.Event.Decision, field);
        var now = recipients is null ? CorrectedValue.Of(asked, field) : Listed(recipients.Select(r => r.Printed.Value));
        var isSame = recipients is null
            ? old == now
            : recipients.Select(r => (r.Printed.Value, r.Kind, r.Id)).SequenceEqual(extract.Recipients.Select(r => (r.Printed ?? "", r.Kind, r.Id)));
        if (isSame) return null;
        var obligation = extract.Event.Obligation is { } id ? agreement.FindObligation(id) : null;
        return new ExtractCorrected(
            extract.Event.Document.Hash,
            extract.Event.Index,
            field,
            old is null ? null : personal.Commit(old),
            now is null ? null : personal.Commit(now),
            asked,
            recipients is null ? null : [.. recipients.Select(r => new ListedRecipient(personal.Commit(r.Printed.Value), r.Kind, r.Id))],
            recipients is null ? null : obligation is null ? [] : [.. RecipientResolver.DemandedButOmitted(obligation.Recipients, recipients, register).Select(c => c.Id)],
            personal.Commit(by))
        {
            Personal = personal,
        };
    }

    private static IReadOnlyList<ResolvedRecipient> Unknown(IReadOnlyList<ResolvedRecipient>? recipients) =>
        [.. (recipients ?? []).Where(r => r.Kind is RecipientKind.Unknown)];

    private static string? Listed(IEnumerable<string?> names) =>
        string.Join("; ", names.Select(name => name ?? "")) is { Length: > 0 } list ? list : null;

    private static ReceivedExtract? Find(AgreementYear year, string hash, int index)
    {
        if (hash.Length < ShortestHash) return null;
        var found = year.Extracts.Where(x => x.Event.Index == index && x.Event.Document.Hash.Value.StartsWith(hash, StringComparison.Ordinal)).ToArray();
        return found is [var one] ? one : null;
    }

    private static Agreement? AgreementOf(StreamId stream, Register register) =>
        stream.AgreementYear is { } owner && AgreementId.TryParse(owner.Agreement, out var id) ? register.FindAgreement(id) : null;

    private static CorrectionResult Failed(string code, string sentence) => new(new ToolProblem(code, sentence + " Inget har ändrats."), [], [], []);
}
