using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;

namespace Samverkan.Tests.Deadlines;

/// <summary>What holds whatever is dropped in whatever order, however often and whenever the sweep runs.</summary>
public sealed class OccurrencePropertyTests
{
    private static readonly Gen<Agreement> Agreements =
        from due in Gen.Choose(0, 364).Select(day => new LocalDate(2023, 1, 1).PlusDays(day))
        from rule in Gen.Elements(NonWorkingDayRule.AsStated, NonWorkingDayRule.Previous, NonWorkingDayRule.Next)
        from draft in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from parts in Gen.Elements<string[]>(["plan"], ["plan", "budget"])
        from to in Gen.Elements<string[]>(["region"], ["region", "kansli"])
        let agreement = Cases.Agreement(new(2023, 1, 1), new(2023, 12, 31), new AnnualDate(due.Month, due.Day), PlanYearRule.Same, rule)
        select agreement with
        {
            Obligations = [.. agreement.Obligations.Select(o => o with { DraftByDeadline = draft, Parts = parts, Recipients = [.. to.Select(ContactId.Parse)] })],
        };

    // From two months before the due date to two months after it.
    private static readonly Gen<Drop> Drops =
        from day in Gen.Choose(-60, 60)
        from minute in Gen.Choose(0, 24 * 60 - 1)
        from kind in Gen.Frequency((5, Gen.Constant(Kind.Plan)), (1, Gen.Constant(Kind.AdoptedPlan)), (2, Gen.Constant(Kind.Extract)), (2, Gen.Constant(Kind.HandOver)))
        from file in Gen.Choose(1, 3)
        from part in Gen.Elements("plan", "budget")
        select new Drop(day, minute, kind, $"{part} {file}", part);

    private static readonly Gen<(Agreement Agreement, Drop[] Drops)> Plays =
        from agreement in Agreements
        from drops in Drops.ArrayOf()
        select (agreement, drops.OrderBy(d => (d.Day, d.Minute)).ToArray());

    [Fact]
    public void At_most_one_draft_and_exactly_one_adopted_version_a_recipient_and_corrections_only_after_it() =>
        Properties.HoldLong(Plays, play =>
        {
            var paper = new Paper(play.Agreement, 2023);
            foreach (var (at, drop) in Timed(paper, play.Drops)) Do(paper.Sweep(at), at, drop);
            paper.Sweep(Stockholm.MorningOf(Due(paper).PlusDays(100)));

            foreach (var to in paper.Obligation.Recipients)
            {
                DeliveryVersion[] versions = [.. paper.Events.Select(e => e.Event).OfType<DeliveriesOwed>().Where(o => o.To.Any(t => t.Contact == to)).Select(o => o.Version)];
                var adopted = paper.Progress.Adoption is not null && paper.Progress.IsComplete(paper.Obligation.Parts);
                Assert.True(versions.Count(v => v is DeliveryVersion.Draft) <= (paper.Obligation.DraftByDeadline ? 1 : 0));
                Assert.Equal(adopted ? 1 : 0, versions.Count(v => v is DeliveryVersion.Adopted));
                var rank = versions.Select(v => v is DeliveryVersion.Draft ? 0 : v is DeliveryVersion.Adopted ? 1 : 2);
                Assert.Equal(rank.Order(), rank);
                Assert.True(adopted || !versions.Contains(DeliveryVersion.Correction));
            }
        });

    [Fact]
    public void A_draft_never_fulfils_and_what_is_fulfilled_has_been_handed_over_to_all() =>
        Properties.HoldLong(Plays, play =>
        {
            var paper = new Paper(play.Agreement, 2023);
            foreach (var (at, drop) in Timed(paper, play.Drops))
            {
                Do(paper.Sweep(at), at, drop);
                var handed = paper.Year.Deliveries.All
                    .Where(d => d.Version is DeliveryVersion.Adopted or DeliveryVersion.Correction && d.HandedOverAt is not null).Select(d => d.Contact);
                Assert.Equal(
                    paper.Progress.AdoptedSet is not null && !paper.Obligation.Recipients.Except(handed).Any(),
                    paper.Progress.FulfilledAt is not null);
            }
        });

    [Fact]
    public void The_sweep_is_idempotent() =>
        Properties.HoldLong(Plays, play =>
        {
            var paper = new Paper(play.Agreement, 2023);
            foreach (var (at, drop) in Timed(paper, play.Drops))
            {
                Do(paper, at, drop);
                var version = paper.Sweep(at).Year.Version;
                Assert.Equal(version, paper.Sweep(at).Sweep(at).Year.Version);
                Assert.True(paper.NextAt(at) is not { } next || next > at, "What has just been swept is due again.");
            }
        });

    [Fact]
    public void What_goes_on_a_day_does_not_depend_on_how_often_or_when_the_sweep_runs() =>
        Properties.HoldLong(
            from play in Plays
            from minutes in Gen.Choose(0, 24 * 60 - 1).ListOf(12)
            select (play.Agreement, Drops: play.Drops.Where(d => d.Kind is not Kind.HandOver).Select(d => d with { Minute = 18 * 60 + d.Minute / 4 }).ToArray(), Minutes: minutes),
            one =>
            {
                // What comes in the evening is swept the morning after at the earliest, or a few minutes later: the day's reminders have gone.
                var (each, often) = (new Paper(one.Agreement, 2023), new Paper(one.Agreement, 2023));
                var drops = one.Drops.ToLookup(d => d.Day);
                for (var day = -70; day <= 130; day++)
                {
                    var date = Due(each).PlusDays(day);
                    each.Sweep(Stockholm.MorningOf(date));
                    foreach (var minute in Swept(one.Minutes, day)) often.Sweep(At(date, minute));
                    foreach (var drop in drops[day].OrderBy(d => d.Minute))
                    {
                        Do(each, At(date, drop.Minute), drop);
                        Do(often, At(date, drop.Minute), drop);
                    }
                }

                Assert.Equal(Days(each), Days(often));
            });

    [Fact]
    public void A_host_that_sleeps_until_the_agenda_wakes_it_misses_nothing() =>
        Properties.HoldLong(Plays, play =>
        {
            var (each, woken) = (new Paper(play.Agreement, 2023), new Paper(play.Agreement, 2023));
            var timed = Timed(each, play.Drops).ToArray();
            var (start, end) = (Stockholm.MorningOf(Due(each).PlusDays(-70)), Stockholm.MorningOf(Due(each).PlusDays(90)));
            woken.Sweep(start);
            var now = start;
            foreach (var (at, drop) in timed.Select(t => (t.At, (Drop?)t.Drop)).Append((end, null)))
            {
                while (woken.NextAt(now) is { } next && next <= at) woken.Sweep(now = next);
                now = at;
                if (drop is not null) Do(woken, at, drop);
                woken.Sweep(at);
            }

            var drops = new Queue<(Instant At, Drop Drop)>(timed);
            for (var day = -70; day <= 90; day++)
            {
                var morning = Stockholm.MorningOf(Due(each).PlusDays(day));
                while (drops.TryPeek(out var next) && next.At < morning) Do(each, next.At, drops.Dequeue().Drop);
                each.Sweep(morning);
            }

            Assert.Equal(Reminders(each), Reminders(woken));
        });

    private static void Do(Paper paper, Instant at, Drop drop)
    {
        if (drop.Kind is Kind.Extract) paper.Extract(at, "§ " + drop.File);
        else if (drop.Kind is Kind.HandOver) paper.HandOver(at);
        else if (paper.Obligation.Parts.Contains(drop.Part)) paper.Plan(at, drop.File, drop.Part, drop.Kind is Kind.AdoptedPlan);
    }

    private static LocalDate Due(Paper paper) => EffectiveDueDate.Of(paper.Obligation.Due.InYear(2023), paper.Obligation.NonWorkingDay).Date;

    private static Instant At(LocalDate date, int minute) => date.AtStartOfDayInZone(Stockholm.Zone).ToInstant() + Duration.FromMinutes(minute);

    private static IEnumerable<(Instant At, Drop Drop)> Timed(Paper paper, Drop[] drops) =>
        drops.Select(d => (At(Due(paper).PlusDays(d.Day), d.Minute), d));

    // At least one sweep between 06:00 and 18:00, and others at any time before them and after.
    private static IEnumerable<int> Swept(IEnumerable<int> minutes, int day) =>
        minutes.Select(m => (m + (day + 70) * 37) % (18 * 60)).Append(7 * 60 + (day + 70) * 11 % (10 * 60)).Order();

    // The adopted version waits a few minutes for files, which may take it into another day.
    private static IEnumerable<string> Days(Paper paper) =>
        paper.Events.Where(e => e.Event is Reminded or DeliveriesOwed { Version: DeliveryVersion.Draft } or PlanAdopted)
            .Select(e => $"{Stockholm.DateOf(e.At)} {(e.Event is Reminded r ? $"{r.Kind} {r.Nominal} {r.DaysLeft}" : e.Event.GetType().Name)}");

    private static IEnumerable<string> Reminders(Paper paper) =>
        paper.Events.Select(e => e.Event).OfType<Reminded>().Select(r => $"{r.Day} {r.Kind} {r.Nominal}");

    private enum Kind
    {
        Plan,
        AdoptedPlan,
        Extract,
        HandOver,
    }

    private sealed record Drop(int Day, int Minute, Kind Kind, string File, string Part);
}
