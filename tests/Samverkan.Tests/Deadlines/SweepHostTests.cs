using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Deadlines;

/// <summary>The sweep on a ledger: two hosts at once, a host that dies at any step, a clock that jumps.</summary>
public sealed class SweepHostTests
{
    private const string Monday = "2022-10-03 06:00";

    // Two obligations of one agreement and one of another are all to be reminded of on the same Monday.
    private const string Register = """
        { "municipality": "Kommunen", "inUseFrom": "2022-01-01",
          "contacts": [
            { "id": "strateg", "name": "Strategen", "channel": { "type": "folder", "address": "strateg" } },
            { "id": "region", "name": "Regionen", "channel": { "type": "folder", "address": "region" } } ],
          "agreements": [
            { "id": "ett", "kind": "cooperation", "title": "Avtal ett", "from": "2022-01-01", "to": "2023-12-31", "responsible": ["strateg"],
              "obligations": [
                { "id": "plan", "title": "Plan", "due": "--12-02", "planYear": "next", "recipients": ["region"] },
                { "id": "rapport", "title": "Rapport", "due": "--11-02", "planYear": "next", "recipients": ["region"] } ] },
            { "id": "tva", "kind": "cooperation", "title": "Avtal två", "from": "2022-01-01", "to": "2023-12-31", "responsible": ["strateg"],
              "obligations": [ { "id": "budget", "title": "Budget", "due": "--10-17", "planYear": "same", "recipients": ["region"] } ] } ] }
        """;

    [Fact]
    public async Task One_message_a_person_tells_of_all_that_falls_on_one_morning()
    {
        var shared = await ImportedAsync();
        await AloneAsync(shared);

        var message = Assert.Single(shared.Events.OfType<NoticeOwed>());
        Assert.Equal(["budget", "plan", "rapport"], message.Items.Select(i => i.Obligation!.Value.Value).Order(StringComparer.Ordinal));
        Assert.Equal(3, shared.Events.OfType<Reminded>().Count());
    }

    [Fact]
    public async Task Every_reminder_says_which_register_it_was_decided_under()
    {
        var shared = await ImportedAsync();
        await AloneAsync(shared);
        Assert.All(shared.Events.OfType<Reminded>(), r => Assert.Equal(1, r.Register));
    }

    [Fact]
    public async Task A_second_host_that_sweeps_whole_at_any_step_of_the_first_changes_nothing_of_what_goes()
    {
        var calls = await CallsAsync();
        for (var step = 0; step < calls; step++)
        {
            var shared = await ImportedAsync();
            using var second = new SweepHost(shared, Paper.At(Monday));
            using var first = new SweepHost(shared, Paper.At(Monday), call => call == step ? second.SweepAsync() : Task.CompletedTask);
            await first.SweepAsync();
            ExpectOnce(shared, $"step {step}");
        }
    }

    [Fact]
    public async Task Whatever_step_a_host_dies_at_the_next_sweep_does_the_rest_and_nothing_twice()
    {
        var calls = await CallsAsync();
        for (var step = 0; step < calls; step++)
        {
            var shared = await ImportedAsync();
            using var first = new SweepHost(shared, Paper.At(Monday), call => call >= step ? throw new IOException("The host is dead.") : Task.CompletedTask);
            Assert.True(await Record.ExceptionAsync(first.SweepAsync) is null or IOException, $"step {step}");
            using var second = new SweepHost(shared, Paper.At(Monday));
            await second.SweepAsync();
            await second.SweepAsync();
            ExpectOnce(shared, $"step {step}");
        }
    }

    [Fact]
    public async Task A_clock_that_runs_years_ahead_and_is_set_right_goes_on_where_it_was()
    {
        var shared = await ImportedAsync();
        using var host = new SweepHost(shared, Paper.At(Monday));
        await host.SweepAsync();
        await host.SweepAsync("2031-03-03 06:00");
        await host.SweepAsync("2022-10-04 06:00");
        await host.SweepAsync("2022-10-10 06:00");

        Assert.Equal(
            ["2022-10-03", "2022-10-03", "2022-10-03", "2022-10-10"],
            shared.Events.OfType<Reminded>().Select(r => SwedishDate.Iso(r.Day)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_agreement_that_ends_early_closes_what_falls_away_and_an_extension_opens_it_again()
    {
        var shared = await ImportedAsync();
        using var host = new SweepHost(shared, Paper.At(Monday));
        await host.SweepAsync();
        await host.ImportAsync(Register.Replace("\"2023-12-31\"", "\"2022-12-31\"", StringComparison.Ordinal));
        await host.SweepAsync();
        await host.SweepAsync();

        var lapsed = shared.Events.OfType<OccurrenceLapsed>().ToArray();
        Assert.Equal(["budget 2023-10-17", "plan 2022-12-02", "rapport 2022-11-02"], lapsed.Select(l => $"{l.Obligation} {SwedishDate.Iso(l.Due)}").Order(StringComparer.Ordinal));
        Assert.All(lapsed, l => Assert.Equal((OccurrenceLapsed.OutsidePeriod, 2), (l.Code, l.Register)));
        Assert.Contains("till och med den 31 december 2022", lapsed[0].Reason, StringComparison.Ordinal);
        Assert.Equal(3, shared.Events.OfType<Reminded>().Count(r => r.Obligation is not null));

        await host.SweepAsync("2022-11-02 06:00");
        Assert.Single(shared.Events.OfType<Reminded>(), r => r.Day == Cases.Day("2022-11-02") && r.Kind is not ReminderKind.AgreementEnding);
        await host.ImportAsync(Register);
        await host.SweepAsync();
        Assert.Equal(3, shared.Events.OfType<OccurrenceReturned>().Count());
        Assert.Contains(shared.Events.OfType<Reminded>(), r => r.Day == Cases.Day("2022-11-02") && r.Obligation?.Value == "plan" && r.Register == 3);
    }

    [Fact]
    public async Task An_obligation_or_agreement_that_the_register_no_longer_has_is_closed_with_that_reason()
    {
        var shared = await ImportedAsync();
        using var host = new SweepHost(shared, Paper.At(Monday));
        var without = Register[..Register.IndexOf(",\n    { \"id\": \"tva\"", StringComparison.Ordinal)] + " ] }";
        await host.ImportAsync(without.Replace("\"id\": \"rapport\"", "\"id\": \"redovisning\"", StringComparison.Ordinal));
        await host.SweepAsync();

        Assert.Equal(
            [$"budget {OccurrenceLapsed.AgreementRemoved}", $"budget {OccurrenceLapsed.AgreementRemoved}", $"rapport {OccurrenceLapsed.ObligationRemoved}"],
            shared.Events.OfType<OccurrenceLapsed>().Select(l => $"{l.Obligation} {l.Code}").Order(StringComparer.Ordinal));
    }

    private static async Task<SweepHost.Shared> ImportedAsync()
    {
        var shared = new SweepHost.Shared();
        using var host = new SweepHost(shared, Paper.At("2022-09-30 12:00"));
        await host.ImportAsync(Register);
        return shared;
    }

    private static async Task<int> AloneAsync(SweepHost.Shared shared)
    {
        using var host = new SweepHost(shared, Paper.At(Monday));
        await host.SweepAsync();
        return host.Store.Calls;
    }

    private static async Task<int> CallsAsync() => await AloneAsync(await ImportedAsync());

    private static void ExpectOnce(SweepHost.Shared shared, string when)
    {
        var told = shared.Events.OfType<NoticeOwed>().SelectMany(n => n.Items.Select(i => $"{n.Contact} {i.Obligation}")).Order(StringComparer.Ordinal);
        Assert.True(told.SequenceEqual(["strateg budget", "strateg plan", "strateg rapport"]), $"{when}: {string.Join(", ", told)}");
        var reminded = shared.Events.OfType<Reminded>().Select(r => r.Obligation!.Value.Value).Order(StringComparer.Ordinal);
        Assert.True(reminded.SequenceEqual(["budget", "plan", "rapport"]), $"{when}: {string.Join(", ", reminded)}");
        Assert.True(shared.Events.OfType<Anchored>().Count() <= 1, when);
    }
}
