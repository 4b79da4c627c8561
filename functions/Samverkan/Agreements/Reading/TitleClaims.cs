using NodaTime;

namespace Samverkan.Agreements.Reading;

/// <summary>
/// Sees that a plan's title in minutes leads to one obligation. An agreement and the one that follows it may share a
/// title, since the plan's year tells them apart; two obligations of one year may not.
/// </summary>
internal sealed class TitleClaims
{
    private readonly Dictionary<string, List<Claimed>> titles = new(StringComparer.Ordinal);

    private sealed record Claimed(string Obligation, string Path, DateInterval? Period);

    internal string? Claim(JsonCursor at, string obligation, DateInterval? period)
    {
        if (at.Text() is not { } title) return null;
        var claims = titles.TryGetValue(NameFold.Fold(title), out var earlier) ? earlier : titles[NameFold.Fold(title)] = [];
        var clash = claims.Find(claim => claim.Obligation != obligation && Meet(claim.Period, period));
        if (clash is null) claims.Add(new Claimed(obligation, at.Path, period));
        else
            at.Fail(RegisterErrorCode.AmbiguousTitle, $"Titeln {Printable.Quoted(title)} hör redan till ett annat åtagande under samma år ({clash.Path}). Låt bara ett av dem ha den.");
        return title;
    }

    // A period that could not be read has an error already; nothing more can be said of its years.
    private static bool Meet(DateInterval? one, DateInterval? other) =>
        one is not null && other is not null && one.Start.Year <= other.End.Year && other.Start.Year <= one.End.Year;
}
