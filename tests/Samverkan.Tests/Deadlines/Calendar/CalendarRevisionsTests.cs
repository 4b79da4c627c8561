using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Calendar;
using Samverkan.Tests.Agreements;

namespace Samverkan.Tests.Deadlines.Calendar;

public sealed class CalendarRevisionsTests
{
    private const string Due = "folkhalsa.plan.2025.due";
    private static readonly string Moved = Feeds.Json.With("--12-01", "--11-15");

    // An agreement, with another obligation in place of its own, longer, and as it was.
    private static readonly Gen<Agreement[]> Successors =
        from agreement in Cases.Agreements
        from other in Cases.Agreements
        from days in Gen.Choose(1, 800)
        let changed = agreement with { Obligations = other.Obligations }
        select new[] { agreement, changed, changed with { Period = new DateInterval(agreement.From, agreement.To.PlusDays(days)) }, agreement };

    [Fact]
    public void The_first_register_gives_every_day_sequence_0()
    {
        var entries = Feeds.After(Feeds.Json).Entries;

        Assert.Equal(
        [
            "folkhalsa.end", "folkhalsa.ending.180", "folkhalsa.ending.30", "folkhalsa.ending.90",
            Due, "folkhalsa.plan.2025.effective", "folkhalsa.plan.2025.reminder.1", "folkhalsa.plan.2025.reminder.30",
        ], entries.Keys);
        Assert.All(entries.Values, entry => Assert.Equal((0, false, Feeds.First), (entry.Sequence, entry.IsCancelled, entry.ChangedAt)));
    }

    [Fact]
    public void A_moved_date_keeps_its_key_and_raises_its_sequence()
    {
        var entries = Feeds.After(Feeds.Json, Moved).Entries;

        Assert.Equal((1, Cases.Day("2024-11-15"), false), (entries[Due].Sequence, entries[Due].Item.Day, entries[Due].IsCancelled));
        Assert.Equal((1, Cases.Day("2024-11-14")), (entries["folkhalsa.plan.2025.reminder.1"].Sequence, entries["folkhalsa.plan.2025.reminder.1"].Item.Day));
        Assert.Equal(0, entries["folkhalsa.end"].Sequence);
    }

    [Fact]
    public void A_date_that_no_longer_differs_is_cancelled_and_comes_back_under_a_higher_sequence()
    {
        const string Effective = "folkhalsa.plan.2025.effective";
        var gone = Feeds.After(Feeds.Json, Moved).Entries[Effective];
        var back = Feeds.After(Feeds.Json, Moved, Feeds.Json).Entries[Effective];

        Assert.Equal((1, true), (gone.Sequence, gone.IsCancelled));
        Assert.Equal((2, false), (back.Sequence, back.IsCancelled));
    }

    [Fact]
    public void A_register_that_changes_nothing_of_a_day_leaves_it_as_it_is()
    {
        var other = Feeds.Json.With("Regionen", "Exempelregionen");

        Assert.Equal(Feeds.After(Feeds.Json).Entries, Feeds.After(Feeds.Json, other, other).Entries);
    }

    [Fact]
    public void What_is_fulfilled_or_closed_raises_the_sequence_each_once()
    {
        var entries = Feeds.After(Feeds.Json).Entries;
        var fulfilled = OccurrenceProgress.None with { FulfilledAt = Instant.FromUtc(2024, 11, 10, 12, 0) };
        var closed = fulfilled with { Closed = new Closing(Cases.Day("2024-11-20"), "bortfaller", Instant.FromUtc(2024, 11, 20, 9, 0), By: null) };

        Assert.Equal((1, true), Seen("reminder.1", fulfilled));
        Assert.Equal((1, false), Seen("reminder.30", fulfilled));
        Assert.Equal((0, false), Seen("due", fulfilled));
        Assert.Equal((2, true), Seen("reminder.1", closed));
        Assert.Equal((1, true), Seen("due", closed));

        (int, bool) Seen(string name, OccurrenceProgress progress)
        {
            var entry = entries[$"folkhalsa.plan.2025.{name}"].After(progress);
            return (entry.Sequence, entry.IsCancelled);
        }
    }

    [Fact]
    public void Whatever_registers_follow_a_sequence_never_falls_and_grows_with_every_change_of_day() =>
        Properties.Hold(Successors, agreements =>
        {
            var revisions = new CalendarRevisions(agreements[0].From.Year, agreements[0].From.Year + 1);
            foreach (var agreement in agreements)
            {
                var register = new Register { Municipality = "Sjöberga", Contacts = [], Agreements = [agreement] };
                var next = revisions.Apply(new RegisterVersion(Feeds.First, register));
                foreach (var (key, before) in revisions.Entries) Assert.True(IsRevised(before, next.Entries[key]));
                revisions = next;
            }
        });

    [Fact]
    public void A_feed_has_only_what_is_of_its_scope()
    {
        var entry = Feeds.After(Feeds.Json).Entries[Due];

        Assert.True(entry.IsIn(new CalendarScope()));
        Assert.True(entry.IsIn(new CalendarScope(Agreement: AgreementId.Parse("folkhalsa"))));
        Assert.False(entry.IsIn(new CalendarScope(Agreement: AgreementId.Parse("folk"))));
        Assert.True(entry.IsIn(new CalendarScope(Responsible: ContactId.Parse("strateg"))));
        Assert.False(entry.IsIn(new CalendarScope(Responsible: ContactId.Parse("region"))));
    }

    private static bool IsRevised(CalendarEntry before, CalendarEntry after)
    {
        var isSame = (before.Item.Day, before.IsCancelled) == (after.Item.Day, after.IsCancelled);
        return after.Sequence >= before.Sequence + (isSame ? 0 : 1);
    }
}
