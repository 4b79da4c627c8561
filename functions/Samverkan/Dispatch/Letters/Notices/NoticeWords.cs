using System.Globalization;
using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>Words that several kinds of notices use.</summary>
internal static class NoticeWords
{
    /// <summary>What it is about: the title with its plan year.</summary>
    internal static string Title(NoticeItem item) => TitleWords.Of(item.Title ?? item.AgreementTitle, item.PlanYear);

    /// <summary>The day that counts; null where there is none.</summary>
    internal static LocalDate? Day(NoticeItem item) => item.EffectiveDue ?? item.Due;

    /// <summary>" 1 december 2022 (30 dagar kvar)", or less where less is known.</summary>
    internal static string DayAndLeft(NoticeItem item) =>
        (Day(item) is { } day ? $" {SwedishDate.Long(day)}" : "") + (item.DaysLeft is { } left ? $" ({Left(left)})" : "");

    /// <summary>"30 dagar kvar", "i morgon", "i dag", "1 dag sen", "3 dagar sen".</summary>
    internal static string Left(int days) => days switch
    {
        0 => "i dag",
        1 => "i morgon",
        -1 => "1 dag sen",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"{-(long)days} dagar sen"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} dagar kvar"),
    };

    /// <summary>The agreement, the stated day and, where another day counts, that day and why.</summary>
    internal static IEnumerable<Fact> What(NoticeItem item)
    {
        if (item.AgreementTitle is { } agreement) yield return new("Avtal", agreement);
        if (Day(item) is { } day)
            yield return new("Senast", SwedishDate.WithWeekday(day) + (item.DaysLeft is { } left ? $" ({Left(left)})" : ""));
        if (item.Due is not { } due || due == Day(item)) yield break;
        yield return new("Datum enligt avtalet", SwedishDate.WithWeekday(due));
        if (item.WhyMoved is { } why) yield return new("Varför en annan dag gäller", why);
    }

    /// <summary>The parts that are missing, or that adoption is; nothing where neither is known.</summary>
    internal static IEnumerable<Fact> Missing(NoticeItem item)
    {
        if (item.Missing.Count > 0)
            yield return new("Saknas", SwedishWords.Enumerate([.. item.Missing.Select(SwedishWords.OfThePart)]));
        else if (item.MustBeAdopted)
            yield return new("Saknas", "beslutet (alla delar finns, men de är inte fastställda)");
    }

    /// <summary>The lines of a detail; empty where there is none, or it has been erased.</summary>
    internal static string[] Lines(NoticeItem item) =>
        (item.DetailText ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The recipient's name, the detail's first line; "mottagaren" where it has been erased.</summary>
    internal static string AboutName(NoticeItem item) => OneLine.Of(Lines(item).FirstOrDefault() ?? "mottagaren", most: 150);

    /// <summary>The detail's lines after the first, on one; null where there are none.</summary>
    internal static string? Answer(NoticeItem item) => Lines(item) is [_, .. { Length: > 0 } rest] ? string.Join(' ', rest) : null;

    /// <summary>A fact where there is a value; nothing where there is none.</summary>
    internal static IEnumerable<Fact> Optional(string name, string? value) => value is null ? [] : [new(name, value)];
}
