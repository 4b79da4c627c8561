using System.Globalization;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>The day's anchor, sent away so that whoever rewrites the ledger cannot rewrite this too.</summary>
internal static class AnchoredText
{
    internal static NoticeText Of(NoticeItem item) => new(
        item.Anchor is { } anchor ? $"Liggarens ankare {SwedishDate.Long(anchor.Day)}" : "Liggarens ankare",
        "Det här är dagens ankare: en kontrollsumma över allt som har hänt i Samverkan fram till klockan 06 den dagen. Ändras något i liggaren i efterhand stämmer den inte längre.",
        [
            .. Stated(item.Anchor),
            new("Vad du gör", "Spara meddelandet. Behöver någon bevisa vad som har skickats jämförs roten här med den i intyget. Misstänker någon att liggaren har skrivits om visar kommandot verify --root, följt av roten, om liggaren fortfarande har den."),
            new("Om inget görs", "Allt fungerar som vanligt, men utan sparade ankare går det inte att visa att liggaren inte har skrivits om från början."),
        ],
        Link: null);

    private static IEnumerable<Fact> Stated(Anchored? anchor) => anchor is null
        ? []
        :
        [
            new("Rot", anchor.Root),
            new("Dag", SwedishDate.WithWeekday(anchor.Day)),
            new("Omfattar", string.Create(CultureInfo.InvariantCulture, $"{anchor.Events} poster i {anchor.Streams} strömmar")),
        ];
}
