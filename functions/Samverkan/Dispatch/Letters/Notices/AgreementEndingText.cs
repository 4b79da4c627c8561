using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>The end of an agreement's or action plan's period approaches.</summary>
internal static class AgreementEndingText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var what = context.AgreementOf(item)?.Kind is AgreementKind.ActionPlan ? "Handlingsplanen" : "Avtalet";
        var title = TitleWords.Of(item.AgreementTitle ?? item.Title, planYear: null);
        return new(
            $"{what} löper ut{NoticeWords.DayAndLeft(item)}: {title}",
            $"{what} ”{title}” närmar sig sitt slut. Bestäm om det ska förnyas, förlängas eller löpa ut.",
            [
                .. LastDay(item),
                new("Förnya", "Skriv ett nytt avtal eller en ny plan, och lägg till det i registret."),
                new("Förläng", "Låt den som beslutar förlänga perioden, och lägg protokollsutdraget i inkorgen eller ändra slutdatum i registret."),
                new("Låt löpa ut", "Då behöver du inte göra något."),
                new("Om inget görs", "Perioden tar slut den dagen. Därefter bevakas inga nya åtaganden."),
            ],
            context.AgreementLink(item));
    }

    private static IEnumerable<Fact> LastDay(NoticeItem item) =>
        NoticeWords.Day(item) is { } day
            ? [new("Sista dag", SwedishDate.WithWeekday(day) + (item.DaysLeft is { } left ? $" ({NoticeWords.Left(left)})" : ""))]
            : [];
}
