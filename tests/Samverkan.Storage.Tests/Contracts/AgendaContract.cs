using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every agenda does. Two calls of Create stand for two hosts on the same storage.</summary>
public abstract class AgendaContract
{
    private static readonly Instant Now = Instant.FromUtc(2022, 12, 1, 5, 0);
    private static readonly StreamId Plan = StreamId.Parse("folkhalsa-2021.2023");

    protected abstract IAgenda Create();

    [ContractFact]
    public async Task An_empty_agenda_has_nothing_due()
    {
        Assert.Null(await Create().NextAsync(default));
        Assert.Empty(await Create().DueAsync(Instant.MaxValue, default).ToListAsync());
    }

    [ContractFact]
    public async Task DueAsync_gives_what_is_due_by_now_earliest_first()
    {
        var agenda = Create();
        await agenda.SetAsync([Row("c.2023", 0), Row("b.2023", -1), Row("a.2023", 1), Row("d.2023", -3600)], default);

        var due = await Create().DueAsync(Now, default).ToListAsync();

        Assert.Equal([Row("d.2023", -3600), Row("b.2023", -1), Row("c.2023", 0)], due);
        Assert.Equal(Now - Duration.FromHours(1), await Create().NextAsync(default));
    }

    [ContractFact]
    public async Task A_row_without_a_moment_is_never_due_but_keeps_its_version()
    {
        var agenda = Create();
        await agenda.SetAsync([new AgendaRow(Plan, 5, null)], default);
        await agenda.SetAsync([new AgendaRow(Plan, 4, Now)], default);

        Assert.Null(await agenda.NextAsync(default));
        Assert.Empty(await agenda.DueAsync(Instant.MaxValue, default).ToListAsync());
    }

    [ContractFact]
    public async Task SetAsync_of_an_older_version_is_passed_over_and_of_the_same_wins()
    {
        var agenda = Create();
        await agenda.SetAsync([new AgendaRow(Plan, 2, Now)], default);

        await agenda.SetAsync([new AgendaRow(Plan, 1, Now - Duration.FromDays(1))], default);
        Assert.Equal(Now, await agenda.NextAsync(default));

        await agenda.SetAsync([new AgendaRow(Plan, 2, Now + Duration.FromDays(1))], default);
        Assert.Equal(Now + Duration.FromDays(1), await agenda.NextAsync(default));

        await agenda.SetAsync([new AgendaRow(Plan, 3, null)], default);
        Assert.Null(await agenda.NextAsync(default));
    }

    [ContractFact]
    public async Task DueAsync_gives_2500_rows_as_they_were_when_it_began()
    {
        var agenda = Create();
        var rows = Enumerable.Range(0, 2500).Select(i => Row($"a{i}.2023", i - 2500)).ToArray();
        await agenda.SetAsync(rows, default);

        var due = new List<AgendaRow>();
        await foreach (var row in agenda.DueAsync(Now, default))
        {
            due.Add(row);
            // What the sweep itself does: each is set anew, still due, or taken off.
            await agenda.SetAsync([row with { Version = 1, DueAt = due.Count % 2 == 0 ? Now : null }], default);
        }

        Assert.Equal(rows, due);
        Assert.Equal(1250, await agenda.DueAsync(Now, default).CountAsync());
    }

    [ContractFact]
    public async Task DueAsync_may_be_left_half_way()
    {
        var agenda = Create();
        await agenda.SetAsync([.. Enumerable.Range(0, 2500).Select(i => Row($"a{i}.2023", i - 2500))], default);
        for (var i = 0; i < 3; i++) Assert.Equal(Row("a0.2023", -2500), await agenda.DueAsync(Now, default).FirstAsync());
    }

    private static AgendaRow Row(string stream, int seconds) => new(StreamId.Parse(stream), 0, Now.Plus(Duration.FromSeconds(seconds)));
}
