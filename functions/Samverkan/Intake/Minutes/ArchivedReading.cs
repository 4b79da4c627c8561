using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Samverkan.Agreements;
using Samverkan.Intake.Text;
using Samverkan.Ledger;

namespace Samverkan.Intake.Minutes;

/// <summary>
/// What was read out of an extract with the place of every value, as it lies in the archive: the second shape beside
/// <see cref="MinutesJson"/>, for the pages that show people where each value came from.
/// </summary>
/// <param name="File">The file's name.</param>
/// <param name="Values">The values, field by field in the order of the document.</param>
/// <param name="Warnings">What a person should look at.</param>
public sealed record ArchivedReading(string File, IReadOnlyList<ReadValue> Values, IReadOnlyList<ReadWarning> Warnings)
{
    /// <summary>The reading of one extract.</summary>
    public static ArchivedReading Of(string file, MinutesExtract extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        return new ArchivedReading(
            file,
            [.. Case(extract), .. Decided(extract), .. History(extract)],
            [.. extract.Warnings.Select(w => new ReadWarning(w.Code, w.At?.Page, w.At?.Line, w.At?.Words))]);
    }

    /// <summary>The reading as JSON, UTF-8.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, LedgerJson.Options);

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else, such as a reading from before places were kept.</summary>
    public static async Task<ArchivedReading?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        try
        {
            var reading = await JsonSerializer.DeserializeAsync<ArchivedReading>(content, LedgerJson.Options, cancellation);
            return reading is { Values: not null, Warnings: not null } ? reading : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<ReadValue> Case(MinutesExtract extract) =>
    [
        .. Each("paragraph", [extract.Paragraph], text => text),
        .. Each("diaryNumber", One(extract.DiaryNumber), (DiaryNumber number) => number.Printed),
        .. Each("title", One(extract.Title), text => text),
        .. Each("planYear", One(extract.PlanYear), Year),
        .. Each("body", One(extract.Body), text => text),
        .. Each("meetingDate", One(extract.MeetingDate), LocalDatePattern.Iso.Format),
    ];

    private static IEnumerable<ReadValue> Decided(MinutesExtract extract) =>
    [
        .. Each("decisions", extract.Decisions, text => text),
        .. Each("recipients", extract.Recipients, text => text),
        .. Each("extendedThrough", One(extract.ExtendedThrough), Year),
    ];

    private static IEnumerable<ReadValue> History(MinutesExtract extract) =>
    [
        .. Each("submissions", extract.Submissions, s => Joined(s.By, s.Date)),
        .. Each("preparation", extract.Preparation, step => Joined(step.Body, step.Date, step.Paragraph)),
        .. Each("endorsements", extract.Endorsements, e => Joined(e.Body, e.Date)),
    ];

    private static IEnumerable<ReadValue> Each<T>(string field, IEnumerable<Reading<T>> readings, Func<T, string> shown) =>
        readings.Select(r => new ReadValue(field, shown(r.Value), r.At.Page, r.At.Line, r.At.Words, r.Basis));

    private static IEnumerable<Reading<T>> One<T>(Reading<T>? reading) => reading is null ? [] : [reading];

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Joined(string? who, LocalDate? date, string? paragraph = null) => string.Join(", ",
        new[] { who, date is { } day ? LocalDatePattern.Iso.Format(day) : null, paragraph is null ? null : $"§ {paragraph}" }.OfType<string>());
}
