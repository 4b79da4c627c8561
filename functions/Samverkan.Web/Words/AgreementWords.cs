using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Web.Words;

/// <summary>Agreements and what they oblige to, in Swedish.</summary>
internal static class AgreementWords
{
    internal static string Kind(AgreementKind kind) => kind switch
    {
        AgreementKind.Cooperation => "Samverkansavtal",
        AgreementKind.ActionPlan => "Handlingsplan",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Cooperation or ActionPlan."),
    };

    /// <summary>"1 januari 2021 till och med 31 december 2024".</summary>
    internal static string Between(Agreement agreement) =>
        $"{SwedishDate.Long(agreement.From)} till och med {SwedishDate.Long(agreement.To)}";

    /// <summary>The numbers that are known; null where none are.</summary>
    internal static string? DiaryNumbers(Agreement agreement) =>
        agreement.DiaryNumbers.Count == 0 ? null : string.Join(", ", agreement.DiaryNumbers);

    /// <summary>"den 1 december året före planåret".</summary>
    internal static string Due(Obligation obligation) => $"den {SwedishDate.Yearly(obligation.Due)} {obligation.PlanYear switch
    {
        PlanYearRule.Next => "året före planåret",
        PlanYearRule.Same => "under planåret",
        PlanYearRule.Previous => "året efter planåret",
        _ => throw new ArgumentOutOfRangeException(nameof(obligation), obligation.PlanYear, "Next, Same or Previous."),
    }}";
}
