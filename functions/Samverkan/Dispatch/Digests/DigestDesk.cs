using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Digests;

/// <summary>
/// Tells, at 08:00 in Stockholm of each working day, what needs a person: one message to each whom the settings name, and
/// none where there is nothing to tell. Where no host runs at 08:00 it goes later the same day, and tells of what had waited
/// since then; what came after 08:00 waits for the next morning.
/// </summary>
public sealed class DigestDesk(DigestReader reader, RegisterBook registers, NoticeDesk notices, DispatchOptions options, IClock clock)
{
    /// <summary>When it goes.</summary>
    public static readonly LocalTime At = new(8, 0);

    private LocalDate? _told;

    /// <summary>Makes the day's message owed, where its time has come. Calling it again the same day does nothing.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var local = Stockholm.In(clock.GetCurrentInstant());
        if (options.DigestTo.Count == 0 || local.TimeOfDay < At || !SwedishCalendar.IsWorkingDay(local.Date) || _told == local.Date) return;
        var register = await registers.CurrentAsync(cancellation);
        var bare = new NoticeItem("digest/" + SwedishDate.Iso(local.Date), NoticeKind.Digest);
        var memory = await notices.RememberAsync(cancellation);
        ContactId[] untold = [.. options.DigestContacts(register).Where(to => memory.Untold(to, bare) is not null)];
        if (untold.Length > 0 && await reader.ReadAsync(register, local.Date, cancellation) is { Sections.Count: > 0 } digest)
            await notices.TellAsync(untold.Select(to => (to, bare with { Digest = digest })), cancellation);
        _told = local.Date;
    }
}
