using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>The use case by which a person closes an occurrence that nothing more is to come of.</summary>
public sealed class OccurrenceDesk(LedgerBook ledger, RegisterBook registers, IClock clock)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MostReason = 2000;

    /// <summary>Closes an occurrence: nothing more is reminded of or sent for it. Closing it again is refused.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="obligation">The obligation.</param>
    /// <param name="planYear">The plan year.</param>
    /// <param name="on">From which day; today or earlier.</param>
    /// <param name="reason">Why, 1 to 2,000 characters; line breaks become spaces.</param>
    /// <param name="by">Who: a person's name, which is recorded as a commitment, or <c>cli:user</c>.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DeskResult> CloseAsync(
        AgreementId agreement, ObligationId obligation, int planYear, LocalDate on, string reason, string by, CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        var text = OneLine.Of(reason, int.MaxValue);
        if (Refusal(register, agreement, obligation, planYear, on, text) is { } refusal) return refusal;

        var personal = new PersonalValues();
        var closed = new OccurrenceClosed(obligation, on, personal.Commit(text)) { Personal = personal, Register = register.Number };
        var result = DeskResult.Recorded;
        await ledger.RecordAsync<AgreementYear>(
            StreamId.OfAgreement(agreement.Value, planYear),
            Person.Commit(by, personal),
            year =>
            {
                result = Refusal(year.Of(obligation));
                return result.IsRecorded ? [closed] : [];
            },
            cancellation);
        return result;
    }

    private DeskResult? Refusal(Register register, AgreementId agreementId, ObligationId obligationId, int planYear, LocalDate on, string reason)
    {
        if (register.FindAgreement(agreementId) is not { } agreement || agreement.FindObligation(obligationId) is not { } obligation
            || Occurrences.Find(agreement, obligation, planYear, register.InUseFrom) is null)
            return new("occurrence.unknown", $"Registret har inget åtagande {obligationId} för {planYear} i avtalet {agreementId}. Kontrollera avtal, åtagande och år mot åtagandena i registret.");
        if (reason.Length == 0) return new("occurrence.no-reason", "Ett åtagande avslutas inte utan skäl. Skriv varför det avslutas.");
        if (reason.Length > MostReason) return new("occurrence.reason-too-long", $"Skälet är längre än {MostReason} tecken. Skriv det kortare.");
        return on > Stockholm.DateOf(clock.GetCurrentInstant())
            ? new("occurrence.closes-in-future", $"Den {SwedishDate.Long(on)} har inte varit än, så åtagandet är fortfarande öppet. Ange dagens eller ett tidigare datum.")
            : null;
    }

    private static DeskResult Refusal(OccurrenceProgress progress)
    {
        if (progress.Closed is { } closed)
            return new("occurrence.already-closed", $"Åtagandet är redan avslutat från och med den {SwedishDate.Long(closed.On)}. Inget har ändrats.");
        return progress.FulfilledAt is { } fulfilled
            ? new("occurrence.already-fulfilled", $"Åtagandet är uppfyllt sedan den {SwedishDate.Long(Stockholm.DateOf(fulfilled))} och behöver inte avslutas. Inget har ändrats.")
            : DeskResult.Recorded;
    }
}
