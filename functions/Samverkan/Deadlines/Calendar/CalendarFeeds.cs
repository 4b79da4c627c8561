using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.Deadlines.Calendar;

/// <summary>
/// The calendar feed of a scope as it is now: the register's days with their revisions, and what the ledger says of each
/// occurrence. It has the plan years from last year to six years ahead; what has fallen away stays cancelled for
/// <see cref="CancelledFor"/>, so that every program that subscribes sees it.
/// </summary>
public sealed class CalendarFeeds(RegisterBook registers, LedgerBook ledger, LetterOptions options, IClock clock)
{
    /// <summary>How long a cancelled day is shown.</summary>
    public static readonly Duration CancelledFor = Duration.FromDays(180);

    private const int YearsBack = 1;
    private const int YearsAhead = 6;
    private volatile Known? _known;

    /// <summary>The feed in UTF-8.</summary>
    public async Task<byte[]> WriteAsync(CalendarScope scope, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var known = await RevisionsAsync(Stockholm.DateOf(now).Year, cancellation);
        List<CalendarEntry> entries = [];
        foreach (var stream in known.Revisions.Entries.Values.Where(entry => entry.IsIn(scope)).GroupBy(entry => StreamOf(entry.Item)))
        {
            var year = await ledger.LoadAsync<AgreementYear>(stream.Key, cancellation);
            entries.AddRange(stream
                .Select(entry => entry.Item.Obligation is { } obligation ? entry.After(year.Of(obligation)) : entry)
                .Where(entry => !entry.IsCancelled || now - entry.ChangedAt < CancelledFor));
        }

        return CalendarFeed.Write(NameOf(scope, known.Newest), entries, options.PublicUrl);
    }

    private static StreamId StreamOf(CalendarItem item) => StreamId.OfAgreement(item.Agreement.Value, item.PlanYear);

    private async Task<Known> RevisionsAsync(int year, CancellationToken cancellation)
    {
        var version = (await registers.HistoryAsync(cancellation)).Version;
        if (_known is { } known && (known.Version, known.Year) == (version, year)) return known;
        var revisions = new CalendarRevisions(year - YearsBack, year + YearsAhead);
        Register? newest = null;
        await foreach (var register in registers.VersionsAsync(cancellation))
            (revisions, newest) = (revisions.Apply(register), register.Register);
        return _known = new Known(version, year, revisions, newest);
    }

    private static string NameOf(CalendarScope scope, Register? register)
    {
        var of = scope switch
        {
            { Agreement: { } agreement } => register?.FindAgreement(agreement)?.Title ?? agreement.Value,
            { Responsible: { } contact } => register?.FindContact(contact)?.Name ?? contact.Value,
            _ => register?.Municipality ?? "alla avtal",
        };
        return $"Samverkan: {of}";
    }

    private sealed record Known(long Version, int Year, CalendarRevisions Revisions, Register? Newest);
}
