using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Tests.Deadlines;

namespace Samverkan.Tests.Dispatch;

public sealed class RetryScheduleTests
{
    private static readonly DispatchOptions Options = new();
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 23, 15, 0);
    private static readonly Duration Day = Duration.FromDays(1);

    private static readonly Gen<Tries> AnyTries =
        from id in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(1, 200)
        from before in Gen.Choose(0, 20)
        select new Tries($"folkhalsa.2027.{id:x20}", before + count, count, Start);

    // Backwards too: clocks jump.
    private static readonly Gen<Instant> AnyTime = Gen.Choose(-100_000_000, 100_000_000).Select(s => Start + Duration.FromSeconds(s));

    private static readonly Gen<Duration?> AnyWish = Gen.OneOf(
        Gen.Constant((Duration?)null), Gen.Choose(-1_000, 10_000_000).Select(s => (Duration?)Duration.FromSeconds(s)));

    [Fact]
    public void NextAfter_walked_from_the_start_waits_each_step_once_then_the_last_until_ten_days_have_passed() =>
        Properties.Hold(Gen.Choose(0, int.MaxValue), seed =>
        {
            var now = Start;
            for (var count = 1; ; count++)
            {
                var step = Options.Steps[Math.Min(count, Options.Steps.Count) - 1];
                var next = RetrySchedule.NextAfter(new Tries($"a.{seed:x20}", count, count, Start), now, null, null, Options);
                if (next is null)
                {
                    Assert.InRange(now, Start, Start + Duration.FromDays(10));
                    Assert.True(now + step * 1.2 > Start + Duration.FromDays(10), "The tries were spent too early.");
                    return;
                }

                Assert.InRange(next.Value - now, step, step * 1.2);
                now = next.Value;
            }
        });

    [Fact]
    public void The_steps_are_1_5_and_30_minutes_and_2_6_12_and_24_hours_for_ten_days()
    {
        Assert.Equal([1, 5, 30, 120, 360, 720, 1440], Options.Steps.Select(step => step.TotalMinutes));
        Assert.Equal((Duration.FromDays(10), 0.2), (Options.GiveUpAfter, Options.Jitter));
    }

    [Fact]
    public void NextAfter_lasts_over_a_long_Christmas()
    {
        var now = Start;
        var count = 1;
        for (; RetrySchedule.NextAfter(new Tries("a", count, count, Start), now, null, null, Options) is { } next; count++) now = next;
        Assert.True(now > Instant.FromUtc(2027, 1, 1, 12, 0), $"The last try was at {now}.");
        Assert.InRange(count, 12, 16);
    }

    [Fact]
    public void NextAfter_whatever_the_clock_says_is_never_in_the_past_nor_further_off_than_the_longest_wait() =>
        Properties.Hold(
            from tries in AnyTries from now in AnyTime from wish in AnyWish from due in Gen.Choose(-30, 30) select (tries, now, wish, due),
            c =>
            {
                var due = Stockholm.DateOf(Start).PlusDays(c.due);
                if (RetrySchedule.NextAfter(c.tries, c.now, c.wish, due, Options) is not { } next) return;
                Assert.True(next > c.now);
                Assert.True(next - c.now <= Options.LongestWait);
                Assert.Equal(next, RetrySchedule.NextAfter(c.tries, c.now, c.wish, due, Options));
            });

    [Fact]
    public void NextAfter_heeds_the_other_sides_wish_between_one_and_two_steps() =>
        Properties.Hold(
            from tries in AnyTries from wish in AnyWish select (Tries: tries with { Count = 1 }, wish),
            c =>
            {
                var step = Options.Steps[0];
                var wait = RetrySchedule.NextAfter(c.Tries, Start, c.wish, null, Options)!.Value - Start;
                Assert.InRange(wait, step, step * 2);
                if (c.wish is { } wish) Assert.True(wait >= Duration.Min(wish, step * 2));
                if (c.wish is null || c.wish <= step) Assert.True(wait <= step * 1.2);
            });

    [Fact]
    public void NextAfter_before_a_due_time_waits_an_eighth_of_what_is_left_and_a_quarter_of_an_hour_on_the_last_day() =>
        Properties.Hold(
            from tries in AnyTries from wish in AnyWish from left in Gen.Choose(1, 20 * 24 * 3600) select (tries, wish, Left: Duration.FromSeconds(left)),
            c =>
            {
                var due = new LocalDate(2026, 12, 27);
                var now = Stockholm.EndOf(due) - c.Left;
                if (RetrySchedule.NextAfter(c.tries with { Since = now - Day }, now, c.wish, due, Options) is not { } next) return;
                Assert.True(next - now <= Duration.Max(c.Left / 8, Duration.FromSeconds(15)));
                if (c.Left > Day) Assert.True(next <= Stockholm.EndOf(due) - Day + Duration.FromMinutes(15));
                else Assert.True(next - now <= Duration.FromMinutes(15));
            });

    [Fact]
    public void NextAfter_once_the_due_time_has_passed_goes_on_where_the_time_has_come_to_not_the_hurried_tries()
    {
        var due = new LocalDate(2026, 12, 1);
        var since = Stockholm.MorningOf(due);
        var next = RetrySchedule.NextAfter(new Tries("a", 80, 80, since), Stockholm.EndOf(due), null, due, Options);
        Assert.InRange(next!.Value - Stockholm.EndOf(due), Duration.FromHours(12), Duration.FromHours(12) * 1.2);
    }

    [Fact]
    public void NextAfter_a_host_that_was_down_for_longer_than_the_horizon_still_walks_every_step()
    {
        var late = Start + Duration.FromDays(40);
        for (var count = 1; count < Options.Steps.Count; count++)
            Assert.NotNull(RetrySchedule.NextAfter(new Tries("a", count, count, Start), late, null, null, Options));
        Assert.Null(RetrySchedule.NextAfter(new Tries("a", 7, 7, Start), late, null, null, Options));
    }

    [Fact]
    public void Two_deliveries_do_not_come_at_the_same_moment()
    {
        var moments = Enumerable.Range(0, 100).Select(i => RetrySchedule.NextAfter(new Tries($"a.{i:x20}", 1, 1, Start), Start, null, null, Options));
        Assert.True(moments.Distinct().Count() > 95);
    }

    [Fact]
    public void Problems_name_each_setting_that_is_out_of_range()
    {
        Assert.Empty(new DispatchOptions().Problems());
        var wrong = new DispatchOptions
        {
            Lease = Duration.Zero,
            Steps = [],
            GiveUpAfter = Duration.Zero,
            Jitter = double.NaN,
            DeadlineShare = 1,
            LastDayWait = Duration.Zero,
            MostInterruptions = 1,
            WarnAfterFailures = 0,
        };
        Assert.Equal(
            ["Dispatch:Lease", "Dispatch:Steps", "Dispatch:GiveUpAfter", "Dispatch:Jitter", "Dispatch:DeadlineShare", "Dispatch:LastDayWait", "Dispatch:MostInterruptions", "Dispatch:WarnAfterFailures"],
            wrong.Problems().Select(p => p[..p.IndexOf(' ', StringComparison.Ordinal)]));
        Assert.Equal(4, new DeadlineOptions { AdoptionWait = Duration.FromDays(2), EscalateBefore = Duration.Zero, EscalateAfterFailures = 0, PackageBytes = 1 }.Problems().Count());
    }
}
