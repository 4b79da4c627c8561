using System.Globalization;
using Samverkan.Dispatch;

namespace Samverkan.Web.Words;

/// <summary>What a delivery hands over, in one line, and what that belongs to.</summary>
/// <param name="What">Such as "Verksamhetsplan med budget 2023", "Protokollsutdrag § 193" or "Påminnelse: Verksamhetsplan med budget 2023".</param>
/// <param name="About">What it belongs to, the nearest first; empty where nothing is known.</param>
internal sealed record MatterWords(string What, IReadOnlyList<string> About)
{
    /// <summary>The words for a delivery as the ledger has it.</summary>
    internal static MatterWords Of(Delivery delivery) => delivery switch
    {
        { Items: [var first, ..] items } => new(Notice(first, items.Count - 1), List(first.AgreementTitle)),
        { Version: DeliveryVersion.Decision, Matter: { } matter } => new(Extract(matter.Decision), List(Planned(matter), matter.AgreementTitle)),
        { Matter: { ObligationTitle: not null } matter } => new(Planned(matter)!, List(matter.AgreementTitle)),
        { Matter: { } matter } => new(Extract(matter.Decision), List(matter.AgreementTitle)),
        _ => new(DispatchWords.Version(delivery.Version), []),
    };

    /// <summary>The words for a row whose delivery the ledger does not have at hand.</summary>
    internal static MatterWords Of(DeliveryRow row, RegisterNames names) => row switch
    {
        { Agreement: { } agreement, Obligation: { } obligation } =>
            new(Year(names.Obligation(agreement, obligation), row.PlanYear), List(names.Agreement(agreement))),
        { Agreement: { } agreement } => new(DispatchWords.Version(row.Version), List(names.Agreement(agreement))),
        _ => new(DispatchWords.Version(row.Version), []),
    };

    /// <summary>A title with its plan year, where it has one.</summary>
    internal static string Year(string title, int? planYear) =>
        planYear is { } year ? string.Create(CultureInfo.InvariantCulture, $"{title} {year}") : title;

    private static string Notice(NoticeItem first, int more)
    {
        var title = first.Title is { } text ? $": {Year(text, first.PlanYear)}" : "";
        return DispatchWords.Notice(first.Kind) + title + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" och {more} till") : "");
    }

    private static string? Planned(Matter matter) => matter.ObligationTitle is { } title ? Year(title, matter.PlanYear) : null;

    private static string Extract(Decision? decision) =>
        decision?.Paragraph is { } paragraph ? $"Protokollsutdrag §\u00a0{paragraph}" : "Protokollsutdrag";

    private static string[] List(params string?[] parts) => [.. parts.OfType<string>()];
}
