using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Dispatch;

/// <summary>How deliveries are tried, and when people are told. Settings are named <c>Dispatch:…</c>.</summary>
public sealed record DispatchOptions
{
    /// <summary>How long a host's claim lasts unless renewed: 10 seconds to 1 hour, 5 minutes by default.</summary>
    public Duration Lease { get; init; } = Duration.FromMinutes(5);

    /// <summary>
    /// The waits after the first failure, the second and so on; the last is repeated. 1 to 20 steps of 1 second to 7 days;
    /// by default 1 min, 5 min, 30 min, 2 h, 6 h, 12 h and then 24 h.
    /// </summary>
    public IReadOnlyList<Duration> Steps { get; init; } =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30),
        Duration.FromHours(2), Duration.FromHours(6), Duration.FromHours(12), Duration.FromHours(24),
    ];

    /// <summary>How long after a round of tries began the last one may be: 1 minute to 60 days, 10 days by default (a long Christmas).</summary>
    public Duration GiveUpAfter { get; init; } = Duration.FromDays(10);

    /// <summary>How much longer than its step a wait may be, so that not all come at once: 0 to 1, 0.2 by default.</summary>
    public double Jitter { get; init; } = 0.2;

    /// <summary>Before a due time no wait is longer than the time left divided by this: 2 to 100, 8 by default.</summary>
    public int DeadlineShare { get; init; } = 8;

    /// <summary>The longest wait on the due day: 15 seconds to 6 hours, 15 minutes by default.</summary>
    public Duration LastDayWait { get; init; } = Duration.FromMinutes(15);

    /// <summary>After so many tries in a row that ended with their host a person is asked: 2 to 1,000, 20 by default.</summary>
    public int MostInterruptions { get; init; } = 20;

    /// <summary>How many failures of one delivery make an early warning: 1 to 50, 4 by default.</summary>
    public int WarnAfterFailures { get; init; } = 4;

    /// <summary>
    /// The contacts or groups in the register, by id, who are told at 08:00 of each working day what needs a person: at most
    /// 20; empty (the default) where nobody is.
    /// </summary>
    public IReadOnlyList<string> DigestTo { get; init; } = [];

    /// <summary>The longest that any wait can be: what waits longer was set by a clock that ran ahead.</summary>
    public Duration LongestWait => Duration.Max(Lease, Steps.Max() * 2);

    /// <summary>
    /// Those whom <see cref="DigestTo"/> names, each once. One whom the register does not have is among them: a delivery to it
    /// then says that the contact is missing.
    /// </summary>
    internal IEnumerable<ContactId> DigestContacts(Register register) => DigestTo.Select(ContactId.Parse).SelectMany(register.MembersOf).Distinct();

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Within(Lease, Duration.FromSeconds(10), Duration.FromHours(1)))
            yield return "Dispatch:Lease ska vara mellan 10 sekunder och 1 timme, till exempel 00:05:00.";
        if (Steps.Count is < 1 or > 20 || Steps.Any(step => !Within(step, Duration.FromSeconds(1), Duration.FromDays(7))))
            yield return "Dispatch:Steps ska vara 1 till 20 väntetider med komma emellan, var och en mellan 1 sekund och 7 dygn, till exempel 00:01:00,00:05:00,1.00:00:00 (1.00:00:00 är ett dygn).";
        if (!Within(GiveUpAfter, Duration.FromMinutes(1), Duration.FromDays(60)))
            yield return "Dispatch:GiveUpAfter ska vara mellan 1 minut och 60 dygn, till exempel 10.00:00:00 (10 dygn).";
        if (Jitter is not (>= 0 and <= 1))
            yield return "Dispatch:Jitter ska vara mellan 0 och 1, till exempel 0.2 (väntan blir då upp till 20 % längre).";
        foreach (var problem in DeadlineProblems()) yield return problem;
        if (MostInterruptions is < 2 or > 1000)
            yield return "Dispatch:MostInterruptions ska vara ett heltal mellan 2 och 1000, till exempel 20.";
        if (WarnAfterFailures is < 1 or > 50)
            yield return "Dispatch:WarnAfterFailures ska vara ett heltal mellan 1 och 50.";
        if (DigestTo.Count > 20 || DigestTo.Any(to => !ContactId.TryParse(to, out _)))
            yield return "Dispatch:DigestTo ska vara högst 20 id:n på kontakter eller sändlistor i registret med komma emellan, till exempel folkhalsostrateg,registrator. Ta bort den om ingen ska ha listan.";
    }

    private IEnumerable<string> DeadlineProblems()
    {
        if (DeadlineShare is < 2 or > 100)
            yield return "Dispatch:DeadlineShare ska vara ett heltal mellan 2 och 100; 8 betyder högst en åttondel av tiden som är kvar.";
        if (!Within(LastDayWait, Duration.FromSeconds(15), Duration.FromHours(6)))
            yield return "Dispatch:LastDayWait ska vara mellan 15 sekunder och 6 timmar, till exempel 00:15:00.";
    }

    private static bool Within(Duration value, Duration least, Duration most) => value >= least && value <= most;
}
