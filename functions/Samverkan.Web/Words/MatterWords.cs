using System.Globalization;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Letters.Notices;

namespace Samverkan.Web.Words;

/// <summary>What a delivery hands over, in one line, and what that belongs to.</summary>
/// <param name="What">Such as "Verksamhetsplan med budget 2023", "Protokollsutdrag § 193" or a notice's headline.</param>
/// <param name="About">What it belongs to, the nearest first; empty where nothing is known.</param>
internal sealed record MatterWords(string What, IReadOnlyList<string> About)
{
    /// <summary>The words for a delivery as the ledger has it.</summary>
    internal static MatterWords Of(Delivery delivery, RegisterNames names) => delivery switch
    {
        { Items: [var first, ..] items } => new(Headline(first, items.Count - 1, names), List(first.AgreementTitle)),
        { Version: DeliveryVersion.Decision, Matter: { } matter } => new(Extract(matter.Decision), List(Planned(matter), matter.AgreementTitle)),
        { Matter: { } matter } => new(Planned(matter) ?? Extract(matter.Decision), List(matter.AgreementTitle)),
        _ => new(VersionWords.Of(delivery.Version).Text, []),
    };

    /// <summary>The words for a row whose delivery the ledger does not have.</summary>
    internal static MatterWords Of(DeliveryRow row, RegisterNames names) => row switch
    {
        { Agreement: { } agreement, Obligation: { } obligation } =>
            new(TitleWords.Of(names.Obligation(agreement, obligation), row.PlanYear), List(names.Agreement(agreement))),
        { Agreement: { } agreement } => new(VersionWords.Of(row.Version).Text, List(names.Agreement(agreement))),
        _ => new(VersionWords.Of(row.Version).Text, []),
    };

    private static string Headline(NoticeItem first, int more, RegisterNames names) =>
        NoticeTexts.Of(first, names.Notices).Headline + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" och {more} till") : "");

    private static string? Planned(Matter matter) => matter.ObligationTitle is { } title ? TitleWords.Of(title, matter.PlanYear) : null;

    private static string Extract(Decision? decision) =>
        DecisionWords.Paragraph(decision) is { } paragraph ? $"Protokollsutdrag {paragraph}" : "Protokollsutdrag";

    private static string[] List(params string?[] parts) => [.. parts.OfType<string>()];
}
