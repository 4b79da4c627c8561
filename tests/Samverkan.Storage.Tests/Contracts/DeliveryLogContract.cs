using System.Globalization;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every delivery log does. Two calls of Create stand for two hosts on the same storage.</summary>
public abstract class DeliveryLogContract
{
    private static readonly Instant Now = Instant.FromUtc(2022, 12, 1, 5, 0);

    protected abstract IDeliveryLog Create();

    [ContractFact]
    public async Task An_empty_log_has_nothing()
    {
        var log = Create();
        Assert.Null(await log.FindAsync("a.2023.00000000000000000001", default));
        Assert.Equal([], (await log.PageAsync(new DeliveryFilter(), default)).Rows);
        Assert.Empty(await log.CountAsync(default));
        Assert.Empty(await log.DueAsync(Instant.MaxValue, default).ToListAsync());
        Assert.Equal(0, await log.ProjectedVersionAsync(StreamId.Inbox, default));
    }

    [ContractFact]
    public async Task A_row_comes_back_as_it_was_stored()
    {
        var full = Row(1) with
        {
            Contact = "vgr-folkhälsa \0'\"",
            Attempts = 7,
            HandedOverAt = Now.PlusTicks(-1),
            NextAt = Now.PlusTicks(1),
            Documents = [DocumentHash.Of([2]), DocumentHash.Of([1]), DocumentHash.Of([2])],
        };
        var bare = Row(2) with { Agreement = null, Obligation = null, PlanYear = null, HandedOverAt = null, NextAt = null, Documents = [] };

        await Create().UpsertAsync([full, bare], default);

        AssertSame([full], [(await Create().FindAsync(full.Id, default))!]);
        AssertSame([bare], [(await Create().FindAsync(bare.Id, default))!]);
    }

    [ContractTheory]
    [InlineData(4, DeliveryState.Owed)]
    [InlineData(5, DeliveryState.HandedOver)]
    [InlineData(6, DeliveryState.HandedOver)]
    public async Task UpsertAsync_of_an_older_version_is_passed_over(long version, DeliveryState expected)
    {
        var log = Create();
        await log.UpsertAsync([Row(1) with { StreamVersion = 5 }], default);
        await log.UpsertAsync([Row(1) with { StreamVersion = version, State = DeliveryState.HandedOver, NextAt = null }], default);
        Assert.Equal(expected, (await log.FindAsync(Row(1).Id, default))!.State);
    }

    [ContractFact]
    public async Task PageAsync_goes_through_all_newest_first_whatever_comes_meanwhile()
    {
        var log = Create();
        // Ten at a time are made at the same moment, so that pages break within a moment too.
        var rows = Enumerable.Range(0, 250).Select(i => Row(i) with { CreatedAt = Now + Duration.FromSeconds(i / 10) }).ToArray();
        await log.UpsertAsync(rows, default);

        var read = new List<DeliveryRow>();
        string? after = null;
        do
        {
            var page = await log.PageAsync(new DeliveryFilter(After: after, Size: 7), default);
            read.AddRange(page.Rows);
            after = page.Next;
            await log.UpsertAsync([Row(1000 + read.Count) with { CreatedAt = Now + Duration.FromHours(1) }], default);
        }
        while (after is not null);

        AssertSame(rows.OrderByDescending(r => r.CreatedAt).ThenBy(r => r.Id, StringComparer.Ordinal), read);
    }

    [ContractFact]
    public async Task PageAsync_has_no_next_when_the_last_page_is_full()
    {
        var log = Create();
        await log.UpsertAsync([.. Enumerable.Range(0, 10).Select(Row)], default);

        var first = await log.PageAsync(new DeliveryFilter(Size: 5), default);
        var second = await log.PageAsync(new DeliveryFilter(Size: 5, After: first.Next), default);

        Assert.Equal((5, 5), (first.Rows.Count, second.Rows.Count));
        Assert.Null(second.Next);
    }

    [ContractFact]
    public async Task PageAsync_lets_through_what_the_filter_says_in_every_combination()
    {
        var log = Create();
        var rows = Enumerable.Range(0, 96).Select(i => Row(i) with
        {
            State = i % 2 == 0 ? DeliveryState.Owed : DeliveryState.HandedOver,
            Contact = $"k{i / 2 % 2}",
            Agreement = i / 4 % 3 == 2 ? null : $"a{i / 4 % 3}",
            PlanYear = i / 12 % 2 == 0 ? 2023 : null,
            Version = i / 24 % 2 == 0 ? DeliveryVersion.Notice : DeliveryVersion.Draft,
        }).ToArray();
        await log.UpsertAsync(rows, default);

        var filters =
            from state in new DeliveryState?[] { null, DeliveryState.Owed }
            from contact in new[] { null, "k1" }
            from agreement in new[] { null, "a0" }
            from year in new int?[] { null, 2023 }
            from notices in new[] { false, true }
            select new DeliveryFilter(state, contact, agreement, year, notices, Size: 1000);
        foreach (var filter in filters)
        {
            var expected = rows.Where(r => Passes(filter, r)).OrderByDescending(r => r.CreatedAt);
            var all = (await log.PageAsync(filter, default)).Rows;
            AssertSame(expected, all);
            var first = await log.PageAsync(filter with { Size = 1 }, default);
            if (first.Next is not null) AssertSame(all.Skip(1), (await log.PageAsync(filter with { After = first.Next }, default)).Rows);
        }
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("../../etc/passwd")]
    [InlineData("' OR 1=1 --")]
    [InlineData("MTIz")]
    public async Task PageAsync_after_a_place_that_was_never_given_out_is_refused(string after) =>
        await Assert.ThrowsAsync<FormatException>(() => Create().PageAsync(new DeliveryFilter(After: after), default));

    [ContractTheory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task PageAsync_takes_1_to_1000_rows_a_page(int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Create().PageAsync(new DeliveryFilter(Size: size), default));

    [ContractFact]
    public async Task OldestAsync_is_when_the_oldest_that_nobody_has_received_was_created()
    {
        var log = Create();
        Assert.Null(await log.OldestAsync(default));
        await log.UpsertAsync(
            [
                Row(1) with { CreatedAt = Now - Duration.FromDays(9), State = DeliveryState.HandedOver, NextAt = null },
                Row(2) with { CreatedAt = Now - Duration.FromDays(8), Version = DeliveryVersion.Notice },
                Row(3) with { CreatedAt = Now - Duration.FromDays(7), State = DeliveryState.Cancelled, NextAt = null },
                Row(4) with { CreatedAt = Now - Duration.FromDays(6), State = DeliveryState.NeedsPerson, NextAt = null },
                Row(5) with { CreatedAt = Now - Duration.FromDays(5), State = DeliveryState.Waiting },
            ],
            default);
        Assert.Equal(Now - Duration.FromDays(6), await Create().OldestAsync(default));

        await log.UpsertAsync([Row(4) with { CreatedAt = Now - Duration.FromDays(6), State = DeliveryState.HandedOver, NextAt = null, StreamVersion = 9 }], default);
        Assert.Equal(Now - Duration.FromDays(5), await Create().OldestAsync(default));
    }

    [ContractFact]
    public async Task CountAsync_counts_each_state_without_notices()
    {
        var log = Create();
        await log.UpsertAsync(
            [
                Row(1), Row(2), Row(3) with { State = DeliveryState.NeedsPerson }, Row(4) with { Version = DeliveryVersion.Notice },
            ],
            default);
        await log.UpsertAsync([Row(1) with { State = DeliveryState.HandedOver, StreamVersion = 9 }], default);

        var counts = await Create().CountAsync(default);

        Assert.Equal(1, counts[DeliveryState.Owed]);
        Assert.Equal(1, counts[DeliveryState.HandedOver]);
        Assert.Equal(1, counts[DeliveryState.NeedsPerson]);
        Assert.Equal(3, counts.Values.Sum());
    }

    [ContractFact]
    public async Task CountStoppedNoticesAsync_counts_the_notices_that_need_a_person()
    {
        var log = Create();
        Assert.Equal(0, await log.CountStoppedNoticesAsync(default));
        var notice = Row(1) with { Version = DeliveryVersion.Notice };
        await log.UpsertAsync(
            [
                notice with { State = DeliveryState.NeedsPerson }, notice with { Id = Row(2).Id, State = DeliveryState.Bounced },
                notice with { Id = Row(3).Id, State = DeliveryState.Waiting }, Row(4) with { State = DeliveryState.NeedsPerson },
                notice with { Id = Row(5).Id, State = DeliveryState.NeedsPerson },
            ],
            default);
        await log.UpsertAsync([notice with { Id = Row(5).Id, State = DeliveryState.Replaced, StreamVersion = 9 }], default);
        Assert.Equal(2, await Create().CountStoppedNoticesAsync(default));
    }

    [ContractFact]
    public async Task DueAsync_gives_the_longest_due_first_while_they_are_dealt_with()
    {
        var log = Create();
        var rows = Enumerable.Range(0, 1200).Select(i => Row(i) with { NextAt = Now - Duration.FromSeconds(i / 3) }).ToArray();
        await log.UpsertAsync(rows, default);
        await log.UpsertAsync([Row(2000) with { NextAt = Now.PlusTicks(1) }, Row(2001) with { NextAt = null }], default);

        var due = new List<string>();
        await foreach (var id in log.DueAsync(Now, default))
        {
            due.Add(id);
            var row = await log.FindAsync(id, default);
            await log.UpsertAsync([row! with { NextAt = Now + Duration.FromHours(1), StreamVersion = row.StreamVersion + 1 }], default);
        }

        Assert.Equal(rows.OrderBy(r => r.NextAt).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id), due);
        Assert.Empty(await log.DueAsync(Now, default).ToListAsync());
    }

    [ContractFact]
    public async Task ProjectAsync_notes_a_version_and_never_goes_back()
    {
        var log = Create();
        await log.ProjectAsync(StreamId.Inbox, 0, 5, [], default);
        await log.ProjectAsync(StreamId.Inbox, 0, 3, [], default);
        await log.ProjectAsync(StreamId.Audit, 0, 1, [Row(1)], default);

        Assert.Equal(5, await Create().ProjectedVersionAsync(StreamId.Inbox, default));
        Assert.Equal(1, await Create().ProjectedVersionAsync(StreamId.Audit, default));
        Assert.NotNull(await Create().FindAsync(Row(1).Id, default));
    }

    [ContractFact]
    public async Task ProjectAsync_stores_rows_and_notes_no_version_where_earlier_ones_are_missing()
    {
        var (log, other) = (Create(), Create());
        await log.ProjectAsync(StreamId.Inbox, 0, 2, [], default);
        await log.ProjectAsync(StreamId.Inbox, 3, 4, [Row(1)], default);
        Assert.Equal(2, await log.ProjectedVersionAsync(StreamId.Inbox, default));
        Assert.NotNull(await log.FindAsync(Row(1).Id, default));

        // Another host makes what was missing; then it goes on from there.
        await other.ProjectAsync(StreamId.Inbox, 0, 4, [Row(1)], default);
        await log.ProjectAsync(StreamId.Inbox, 4, 5, [.. Enumerable.Range(1, 30).Select(Row)], default);
        Assert.Equal(5, await other.ProjectedVersionAsync(StreamId.Inbox, default));
        Assert.NotNull(await other.FindAsync(Row(30).Id, default));
    }

    protected static DeliveryRow Row(int n) => new(
        string.Create(CultureInfo.InvariantCulture, $"folkhalsa-2021.2023.{n:x20}"),
        1,
        "folkhalsa-2021",
        "verksamhetsplan",
        2023,
        DeliveryVersion.Adopted,
        "vgr-folkhalsa",
        DeliveryState.Owed,
        0,
        Now + Duration.FromSeconds(n),
        null,
        Now,
        [DocumentHash.Of([(byte)n])]);

    private static bool Passes(DeliveryFilter filter, DeliveryRow row) =>
        (filter.State is null || row.State == filter.State)
        && (filter.Contact is null || row.Contact == filter.Contact)
        && (filter.Agreement is null || row.Agreement == filter.Agreement)
        && (filter.PlanYear is null || row.PlanYear == filter.PlanYear)
        && (filter.Notices || row.Version != DeliveryVersion.Notice);

    // A record holds its list by reference; the documents are compared one by one.
    private static void AssertSame(IEnumerable<DeliveryRow> expected, IEnumerable<DeliveryRow> actual) =>
        Assert.Equal(expected.Select(Plain), actual.Select(Plain));

    private static (DeliveryRow Row, string Documents) Plain(DeliveryRow row) =>
        (row with { Documents = Array.Empty<DocumentHash>() }, string.Join(' ', row.Documents));
}
