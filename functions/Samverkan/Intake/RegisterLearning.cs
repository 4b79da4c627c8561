using NodaTime;
using Samverkan.Agreements;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>What an extract teaches the register: a period that ends later, and a diary number that it did not know.</summary>
public sealed class RegisterLearning(LedgerBook ledger, RegisterBook registers)
{
    /// <summary>Records what is new; nothing where the register knows it all.</summary>
    public async Task LearnAsync(PlacedExtract placed, DocumentHash extract, CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        if (register.FindAgreement(placed.Placement.Agreement) is not { } agreement) return;
        await ledger.RecordAsync<RegisterHistory>(
            StreamId.Register,
            "system:intake",
            history => [.. Extension(placed, agreement, extract, history), .. Number(placed.Placement, history)],
            cancellation);
    }

    /// <summary>
    /// Takes back what a wrongly read number taught, and learns the right one in its place. Nothing where the wrong one was
    /// not learned: then another way led to the agreement, and a person's word is no way of finding it.
    /// </summary>
    public Task CorrectAsync(AgreementId agreement, int? planYear, string wrong, string? right, CancellationToken cancellation) =>
        ledger.RecordAsync<RegisterHistory>(
            StreamId.Register,
            "system:intake",
            history => [.. history.Learned
                .Where(l => l.Agreement == agreement && (l.PlanYear is null || l.PlanYear == planYear) && string.Equals(l.Number, wrong, StringComparison.Ordinal))
                .SelectMany(l => Replaced(l, right))],
            cancellation);

    private static IEnumerable<LedgerEvent> Replaced(DiaryNumberLearned learned, string? right)
    {
        yield return new DiaryNumberForgotten(learned.Agreement, learned.Obligation, learned.PlanYear, learned.Number);
        if (right is not null) yield return new DiaryNumberLearned(learned.Agreement, learned.Obligation, learned.PlanYear, right);
    }

    // "Till och med 2022" decides nothing by itself: the body must stand behind it.
    private static IEnumerable<PeriodExtended> Extension(PlacedExtract placed, Agreement agreement, DocumentHash extract, RegisterHistory history)
    {
        if (placed.Extract is not { ExtendedThrough.Value: var year } || (placed.Extract.Endorses ?? placed.Extract.Adopts) is null) yield break;
        var known = history.EndOf(agreement.Id, agreement.To);
        var end = new LocalDate(year, 12, 31);
        if (end > known) yield return new PeriodExtended(agreement.Id, known, end, extract);
    }

    private static IEnumerable<DiaryNumberLearned> Number(Placement placement, RegisterHistory history)
    {
        if (placement.Teaches is not { } number) yield break;
        var learned = new DiaryNumberLearned(placement.Agreement, placement.Obligation, placement.PlanYear, number.Printed);
        if (!history.Learned.Any(l => l with { Personal = learned.Personal } == learned)) yield return learned;
    }
}
