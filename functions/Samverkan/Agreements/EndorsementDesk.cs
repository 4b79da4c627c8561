using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Letters;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>The use case by which a person records an endorsement that no extract has told of.</summary>
public sealed class EndorsementDesk(LedgerBook ledger, RegisterBook registers, IClock clock)
{
    private const int MostParagraph = 40;

    /// <summary>Records that a body stands behind an action plan. The same endorsement once more is refused.</summary>
    /// <param name="agreement">The action plan.</param>
    /// <param name="body">One of its endorsers, in any form that minutes use.</param>
    /// <param name="on">The day of the decision; today or earlier.</param>
    /// <param name="paragraph">The paragraph of its minutes, at most 40 characters; null where it is not known.</param>
    /// <param name="by">Who records it: a person's name, which is recorded as a commitment, or <c>cli:user</c>.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DeskResult> EndorseAsync(
        AgreementId agreement, string body, LocalDate on, string? paragraph, string by, CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        if (register.FindAgreement(agreement) is not { Kind: AgreementKind.ActionPlan } plan)
            return new("endorsement.no-action-plan", $"Registret har ingen handlingsplan {agreement}. Kontrollera avtalets id.");
        if (EndorsementChain.Find(plan.Endorsers, body) is not { } endorser)
            return new("endorsement.unknown-body", $"Registret nämner inte {OneLine.Of(body, 200)} bland dem som ska ställa sig bakom planen: {string.Join(", ", plan.Endorsers)}. Skriv organet som i registret, eller lägg till det där.");
        if (on > Stockholm.DateOf(clock.GetCurrentInstant()))
            return new("endorsement.in-future", $"Den {SwedishDate.Long(on)} har inte varit än, så organet kan inte ha beslutat. Ange sammanträdets datum.");
        var number = paragraph is null ? "" : OneLine.Of(paragraph, int.MaxValue).TrimStart('§', ' ');
        if (number.Length > MostParagraph)
            return new("endorsement.paragraph-too-long", $"Paragrafen är längre än {MostParagraph} tecken. Ange bara dess nummer.");
        return await RecordAsync(agreement, new Endorsed(endorser, on, number.Length > 0 ? number : null, Extract: null), register, by, cancellation);
    }

    private async Task<DeskResult> RecordAsync(AgreementId agreement, Endorsed endorsed, Register register, string by, CancellationToken cancellation)
    {
        var personal = new PersonalValues();
        var known = false;
        await ledger.RecordAsync<AgreementYear>(
            StreamId.OfAgreement(agreement.Value, null),
            Person.Commit(by, personal),
            year =>
            {
                known = year.Endorsements.Any(e => (e.Body, e.On, e.Paragraph) == (endorsed.Body, endorsed.On, endorsed.Paragraph));
                return known ? [] : [endorsed with { Personal = personal, Register = register.Number }];
            },
            cancellation);
        return known
            ? new("endorsement.already-recorded", "Ställningstagandet är redan antecknat. Inget har ändrats.")
            : DeskResult.Recorded;
    }
}
