using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>
/// A plan that is owed on 1 December, of which a draft comes on the day before, and a clock that is set wrong and right again
/// every three hours for three weeks: by the clock nothing goes early, nothing is forgotten, and nothing goes twice.
/// </summary>
public sealed class DueDayClockJumpTests : IClock, IDisposable
{
    private static readonly Instant From = Instant.FromUtc(2022, 11, 10, 11, 0);
    private static readonly Instant DayBefore = Instant.FromUtc(2022, 11, 30, 5, 0);
    private static readonly Instant To = Instant.FromUtc(2022, 12, 2, 11, 0);

    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-clock-").FullName;
    private readonly CountingTransport _transport = new();
    private Instant _now = From;
    private bool _dropped;

    public Instant GetCurrentInstant() => _now;

    [Theory]
    [InlineData(-75)]
    [InlineData(-5)]
    [InlineData(6)]
    [InlineData(72)]
    public async Task However_often_the_clock_is_set_back_or_ahead_each_thing_goes_once_when_the_clock_first_says_so(int hours)
    {
        await using var host = await HostAsync();
        await WorkAsync(host, From);
        for (var right = From; right <= To; right += Duration.FromHours(3))
        {
            await WorkAsync(host, right + Duration.FromHours(hours));
            await WorkAsync(host, right);
        }

        Assert.Equal(
            [
                "2022-11-10 12:00 Reminder 21",
                "2022-11-17 06:00 Reminder 14",
                "2022-11-24 06:00 Reminder 7",
                "2022-11-30 06:00 Reminder 1",
                "2022-12-01 06:00 Draft vgr-folkhalsa HandedOver",
            ],
            await HistoryAsync(host));
        Assert.All(_transport.Taken, taken => Assert.Equal(1, taken.Value));
        Assert.Equal(5, _transport.Taken.Count);
        Assert.True(await host.VerifiesAsync());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<SharedHost> HostAsync()
    {
        var register = await File.ReadAllTextAsync(Path.Combine(Play.Samples, "register.json"));
        await File.WriteAllTextAsync(Path.Combine(_data, "register.json"), register.Replace("\"inUseFrom\": \"2021-01-01\"", "\"inUseFrom\": \"2022-10-01\"", StringComparison.Ordinal));
        var host = new SharedHost(_data, this, _transport);
        await host.TakeInAsync(_data);
        return host;
    }

    private async Task WorkAsync(SharedHost host, Instant at)
    {
        _now = at;
        await host.Get<DeadlineSweep>().RunAsync(CancellationToken.None);
        Assert.Equal(0, await host.WorkAsync());
        if (_dropped || at < DayBefore) return;
        _dropped = true;
        var draft = Directory.GetFiles(Path.Combine(Play.Samples, "demo"), "*2023.docx").Single();
        File.Copy(draft, Path.Combine(Directory.CreateDirectory(Path.Combine(_data, "inkorg")).FullName, "Verksamhetsplan folkhälsa och social hållbarhet 2023.docx"));
        Assert.Equal(1, await host.Get<InboxSweep>().RunAsync(CancellationToken.None));
    }

    private static async Task<string[]> HistoryAsync(SharedHost host)
    {
        var attempts = (await host.DeliveriesAsync()).SelectMany(d => d.Attempts, (d, a) => Line(a.EndedAt!.Value, $"{d.Version} {d.Contact} {a.Outcome}"));
        List<string> reminders = [];
        await foreach (var head in host.Get<ILedgerStore>().HeadsAsync(CancellationToken.None))
            await foreach (var e in host.Get<LedgerBook>().EventsAsync(head.Stream, CancellationToken.None))
                if (e.Event is Reminded reminded) reminders.Add(Line(e.At, FormattableString.Invariant($"{reminded.Kind} {reminded.DaysLeft}")));
        return [.. attempts.Concat(reminders).Order(StringComparer.Ordinal)];
    }

    private static string Line(Instant at, string what) => $"{Stockholm.In(at).LocalDateTime:uuuu'-'MM'-'dd HH':'mm} {what}";
}
