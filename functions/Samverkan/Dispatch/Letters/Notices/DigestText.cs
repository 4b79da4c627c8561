using System.Globalization;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Digests;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>The morning's digest: what needs a person, kind by kind, with what to do.</summary>
internal static class DigestText
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context)
    {
        var digest = item.Digest;
        var what = digest is null ? "" : string.Join(", ", digest.Sections.Select(s => Count(s.Part, s.Count)));
        return new(
            digest is null ? "Att göra" : $"Att göra {SwedishDate.Long(digest.Day)}: {what}",
            digest is null
                ? "Här är det som väntar på en person."
                : $"Det här väntade på en person klockan 8 {SwedishDate.WithWeekday(digest.Day)}. Listan kommer varje arbetsdag så länge något väntar.",
            [
                new("Om inget görs", "Det som står här väntar kvar, och kommer med i listan igen nästa arbetsdag."),
            ],
            Link: null)
        {
            Details = [.. (digest?.Sections ?? []).SelectMany(section => Blocks(section, context))],
        };
    }

    private static IEnumerable<Block> Blocks(DigestSection section, NoticeContext context)
    {
        var count = Count(section.Part, section.Count);
        yield return new Block.Heading(char.ToUpperInvariant(count[0]) + count[1..]);
        foreach (var line in section.Lines)
        {
            yield return new Block.Facts([.. Facts(section.Part, line)]);
            if (context.DigestLink(section.Part, line.Reference) is { } link) yield return link;
        }

        if (section.Count > section.Lines.Count)
            yield return new Block.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Och {section.Count - section.Lines.Count} till. De finns på sidorna i Samverkan."));
    }

    private static IEnumerable<Fact> Facts(DigestPart part, DigestLine line) => part switch
    {
        DigestPart.Quarantined =>
        [
            new("Fil", Name(line, "en fil vars namn är gallrat")),
            .. Since("Sedan", line),
            new("Varför", line.WhyText ?? "Uppgifterna om filen är gallrade."),
            new("Gör så här", "Placera filen eller kasta den på sidan Karantän i Samverkan."),
        ],
        DigestPart.Overdue =>
        [
            new("Åtagande", Title(line)),
            .. NoticeWords.Optional("Avtal", line.AgreementTitle),
            .. NoticeWords.Optional("Skulle vara klart", line.Due is { } due ? SwedishDate.WithWeekday(due) : null),
            new("Gör så här", "Lägg det som saknas i inkorgen. Ska inget mer komma: avsluta årets åtagande med skäl."),
        ],
        DigestPart.Untried => Untried(line),
        _ => Delivery(part, line),
    };

    private static IEnumerable<Fact> Delivery(DigestPart part, DigestLine line)
    {
        var failure = part is DigestPart.Failing ? Failures.Explain(line.Code) : Failures.ExplainSpent(line.Code);
        yield return new("Handling", Title(line));
        yield return new("Till", Name(line, "en mottagare"));
        foreach (var fact in Since(part is DigestPart.Failing ? "Har misslyckats sedan" : "Sedan", line)) yield return fact;
        if (line.Due is { } due) yield return new("Sista dag", SwedishDate.WithWeekday(due));
        if (line.Code is not null) yield return new("Varför", failure.Happened);
        if (line.NextAt is { } next) yield return new("Nästa försök", SwedishDate.Minute(next));
        yield return new("Gör så här", part is DigestPart.Failing
            ? "Hör med mottagaren om de kan ta emot. Försöken fortsätter, men lämna över handlingarna på annat sätt om det blir bråttom."
            : failure.Todo);
        yield return new("Expediering", line.Reference);
    }

    private static IEnumerable<Fact> Untried(DigestLine line) =>
    [
        new("Handling", Title(line)),
        new("Till", Name(line, "en mottagare")),
        .. Since("Har väntat sedan", line),
        .. NoticeWords.Optional("Sista dag", line.Due is { } due ? SwedishDate.WithWeekday(due) : null),
        new("Varför", "Inget försök har kunnat göras. Oftast lämnas mejlservern, webbadressen eller mappen i fred efter upprepade fel."),
        new("Gör så här", "Be it-avdelningen se på /health/detail vad som inte fungerar. Expedieringen går av sig själv när felet är rättat, men lämna över handlingarna på annat sätt om det blir bråttom."),
        new("Expediering", line.Reference),
    ];

    private static string Title(DigestLine line) => line.Title ?? "Meddelande till den egna personalen";

    private static string Name(DigestLine line, string unknown) => OneLine.Of(line.WhoText ?? unknown, most: 150);

    private static IEnumerable<Fact> Since(string name, DigestLine line) => NoticeWords.Optional(name, line.Since is { } since ? SwedishDate.Minute(since) : null);

    private static string Count(DigestPart part, int count)
    {
        var (one, several) = part switch
        {
            DigestPart.NeedsPerson => ("expediering väntar på person", "expedieringar väntar på person"),
            DigestPart.Bounced => ("expediering har studsat", "expedieringar har studsat"),
            DigestPart.Failing => ("expediering har inte gått fram än", "expedieringar har inte gått fram än"),
            DigestPart.Untried => ("expediering har väntat mer än ett dygn utan försök", "expedieringar har väntat mer än ett dygn utan försök"),
            DigestPart.Quarantined => ("fil i karantän", "filer i karantän"),
            DigestPart.Overdue => ("försenat åtagande", "försenade åtaganden"),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part of a digest."),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
    }
}
