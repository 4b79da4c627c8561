using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class RegisterReaderTests
{
    [Fact]
    public void Read_whole_register_takes_every_value()
    {
        var register = Registers.Valid;
        var agreement = Assert.Single(register.Agreements);
        var obligation = Assert.Single(agreement.Obligations);

        Assert.Equal("Alingsås kommun", register.Municipality);
        Assert.Equal(new LocalDate(2021, 1, 1), register.InUseFrom);
        Assert.Equal(["Avdelning folkhälsa"], register.FindContact(ContactId.Parse("region"))!.Aliases);
        Assert.Equal(ChannelType.Webhook, register.FindContact(ContactId.Parse("socialnamnden"))!.Fallback!.Type);
        Assert.Equal((AgreementKind.Cooperation, "Samverkansavtal"), (agreement.Kind, agreement.Title));
        Assert.Equal((new LocalDate(2021, 1, 1), new LocalDate(2024, 12, 31)), (agreement.From, agreement.To));
        Assert.Equal(["2022.529 KS"], agreement.DiaryNumbers);
        Assert.Equal(["Kommunstyrelsen"], agreement.Endorsers);
        Assert.Equal(["region"], agreement.Escalation.Select(id => id.Value));
        Assert.Equal((new AnnualDate(12, 1), PlanYearRule.Next), (obligation.Due, obligation.PlanYear));
        Assert.Equal((NonWorkingDayRule.Previous, false), (obligation.NonWorkingDay, obligation.DraftByDeadline));
        Assert.Equal(["plan", "budget"], obligation.Parts);
        Assert.Equal([14, 1], obligation.ReminderDays);
        Assert.Equal(["region", "namnder"], obligation.Recipients.Select(id => id.Value));
    }

    [Fact]
    public void Read_only_what_is_required_gives_the_defaults()
    {
        var reading = Registers.Read("""
            { "municipality": "M", "contacts": [ { "id": "k", "name": "K", "channel": { "type": "email", "address": "k@k.example" } } ],
              "agreements": [ { "id": "a", "kind": "cooperation", "title": "A", "from": "2021-01-01", "to": "2021-12-31", "responsible": ["k"],
                "obligations": [ { "id": "o", "title": "O", "due": "--03-01", "planYear": "same", "recipients": ["k"] } ] } ] }
            """);
        var agreement = reading.Register!.Agreements[0];
        var obligation = agreement.Obligations[0];

        Assert.Null(reading.Register.InUseFrom);
        Assert.Empty(reading.Register.Groups);
        Assert.Empty(reading.Register.Contacts[0].Aliases);
        Assert.Null(reading.Register.Contacts[0].Fallback);
        Assert.Empty(agreement.DiaryNumbers);
        Assert.Empty(agreement.Escalation);
        Assert.Empty(agreement.Endorsers);
        Assert.Empty(obligation.Titles);
        Assert.Equal(["plan"], obligation.Parts);
        Assert.Equal([60, 30, 14, 7, 1], obligation.ReminderDays);
        Assert.Equal((NonWorkingDayRule.AsStated, true), (obligation.NonWorkingDay, obligation.DraftByDeadline));
    }

    [Fact]
    public void Read_no_reminders_means_none() =>
        Assert.Empty(Registers.Read(Registers.Json.With("""["P1D", "P2W"]""", "[]")).Register!.Agreements[0].Obligations[0].ReminderDays);

    [Fact]
    public void Read_action_plan_needs_no_obligations()
    {
        var reading = Registers.Read("""
            { "municipality": "M", "contacts": [ { "id": "k", "name": "K", "channel": { "type": "email", "address": "k@k.example" } } ],
              "agreements": [ { "id": "a", "kind": "actionPlan", "title": "A", "from": "2018-01-01", "to": "2020-12-31",
                "responsible": ["k"], "endorsers": ["Västkoms styrelse"] } ] }
            """);
        Assert.Empty(reading.Register!.Agreements[0].Obligations);
    }

    [Fact]
    public void Read_finds_every_error_and_not_only_the_first()
    {
        var errors = Registers.Read("""
            { "contacts": [ { "id": "Å", "name": "", "channel": { "type": "fax", "address": "1" } } ],
              "agreements": [ { "id": "inbox", "kind": "x", "title": 1, "from": "2021-13-01", "to": null, "responsible": [] } ], "more": 1 }
            """).Errors;

        Assert.Equal(
            [
                "$.more property.unknown", "$.municipality property.missing",
                "$.contacts[0].id id.format", "$.contacts[0].name value.empty", "$.contacts[0].channel.type value.unknown",
                "$.agreements[0].id id.reserved", "$.agreements[0].kind value.unknown", "$.agreements[0].title value.type",
                "$.agreements[0].from date.format", "$.agreements[0].to value.type", "$.agreements[0].responsible list.empty",
            ],
            errors.Select(error => $"{error.Path} {error.Code}"));
    }

    [Fact]
    public void Read_successive_agreements_may_share_a_plans_title()
    {
        var first = Registers.Json[Registers.Json.IndexOf("{\n    \"id\": \"folkhalsa\"", StringComparison.Ordinal)..].TrimEnd()[..^3].TrimEnd();
        var next = first.With("\"folkhalsa\"", "\"folkhalsa-2025\"").With("2021-01-01", "2025-01-01").With("2024-12-31", "2028-12-31");

        Assert.True(Registers.Read(Registers.Json.With(first, $"{first}, {next}")).IsValid);
        var overlapping = next.With("2025-01-01", "2024-07-01");
        var error = Assert.Single(Registers.Read(Registers.Json.With(first, $"{first}, {overlapping}")).Errors);
        Assert.Equal(("$.agreements[1].obligations[0].titles[0]", "title.ambiguous"), (error.Path, error.Code));
    }

    [Fact]
    public void Read_lists_a_thousand_errors_and_says_that_there_are_more()
    {
        var errors = Registers.Read($$"""{ "contacts": [{{string.Join(',', Enumerable.Repeat("1", 200_000))}}] }""").Errors;
        Assert.Equal(1001, errors.Count);
        Assert.Equal("errors.more", errors[^1].Code);
    }
}
