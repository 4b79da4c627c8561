using System.Globalization;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>The day's anchor, sent away so that whoever rewrites the ledger cannot rewrite this too.</summary>
internal static class AnchoredText
{
    internal static NoticeText Of(NoticeItem item)
    {
        var anchor = item.Anchor ?? throw new ArgumentException("An anchor's notice carries the anchor.", nameof(item));
        return new(
            $"Liggarens ankare {SwedishDate.Long(anchor.Day)}",
            "Det här är dagens ankare: en kontrollsumma över allt som har hänt i Samverkan till och med i dag klockan 06. Ändras något i liggaren i efterhand stämmer den inte längre.",
            [
                new("Rot", anchor.Root),
                new("Dag", SwedishDate.WithWeekday(anchor.Day)),
                new("Omfattar", Covered(anchor)),
                new("Vad du gör", "Spara meddelandet. Behöver någon bevisa vad som har skickats jämförs roten här med den i intyget."),
                new("Om inget görs", "Allt fungerar som vanligt, men utan sparade ankare går det inte att visa att hela liggaren inte har skrivits om."),
            ],
            Link: null);
    }

    private static string Covered(Anchored anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor.Events} poster i {anchor.Streams} strömmar");
}
