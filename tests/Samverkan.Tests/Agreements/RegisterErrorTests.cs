using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class RegisterErrorTests
{
    private const string Contact = "$.contacts[0]";
    private const string Group = "$.groups[0]";
    private const string Agreement = "$.agreements[0]";
    private const string Obligation = "$.agreements[0].obligations[0]";

    [Theory]
    [InlineData("\"escalation\"", "\"eskalation\"", $"{Agreement}.eskalation", "property.unknown", "Menade du \"escalation\"?")]
    [InlineData("\"titles\": [", "\"å b\": 1, \"titles\": [", $"{Obligation}['å b']", "property.unknown", "Här kan det stå: id, title")]
    [InlineData("\"due\": \"--12-01\",", "\"due\": \"--12-01\", \"due\": \"--12-02\",", $"{Obligation}.due", "property.duplicate", "mer än en gång")]
    [InlineData("\"due\": \"--12-01\",", "", $"{Obligation}.due", "property.missing", "\"due\": \"--12-01\"")]
    [InlineData("\"title\": \"Samverkansavtal\"", "\"title\": [\"Samverkansavtal\"]", $"{Agreement}.title", "value.type", "en text inom citattecken, men det står en lista")]
    [InlineData("\"title\": \"Samverkansavtal\"", "\"title\": null", $"{Agreement}.title", "value.type", "ta bort egenskapen")]
    [InlineData("\"title\": \"Samverkansavtal\"", "\"title\": \" \\t \"", $"{Agreement}.title", "value.empty", "tom")]
    [InlineData("\"title\": \"Samverkansavtal\"", "\"title\": \"A\\r\\nBcc: x\"", $"{Agreement}.title", "value.characters", "radbrytningar")]
    [InlineData("\"title\": \"Samverkansavtal\"", "\"title\": \"A\\u202Eb\"", $"{Agreement}.title", "value.characters", "radbrytningar")]
    [InlineData("\"title\": \"Samverkansavtal\"", "\"title\": \"\\ud800\"", $"{Agreement}.title", "value.characters", "surrogat")]
    [InlineData("\"draftByDeadline\": false", "\"draftByDeadline\": \"false\"", $"{Obligation}.draftByDeadline", "value.type", "true eller false")]
    [InlineData("\"kind\": \"cooperation\"", "\"kind\": \"Cooperation\"", $"{Agreement}.kind", "value.unknown", "Menade du \"cooperation\"?")]
    [InlineData("\"planYear\": \"next\"", "\"planYear\": \"nästa\"", $"{Obligation}.planYear", "value.unknown", "\"next\" eller \"same\" eller \"previous\"")]
    [InlineData("\"nonWorkingDay\": \"previous\"", "\"nonWorkingDay\": \"prev\"", $"{Obligation}.nonWorkingDay", "value.unknown", "\"asStated\"")]
    [InlineData("\"id\": \"folkhalsa\"", "\"id\": \"Folkhälsa 2021\"", $"{Agreement}.id", "id.format", "\"folkhalsa-2021\"")]
    [InlineData("\"id\": \"folkhalsa\"", "\"id\": \"audit\"", $"{Agreement}.id", "id.reserved", "\"audit-avtal\"")]
    [InlineData("[\"socialnamnden\"] }", "[\"socialnämnden\"] }", $"{Group}.members[0]", "id.format", "\"socialnamnden\"")]
    [InlineData("[\"socialnamnden\"] }", "[\"socialnamden\"] }", $"{Group}.members[0]", "reference.unknown", "Menade du \"socialnamnden\"?")]
    [InlineData("[\"socialnamnden\"] }", "[\"namnder\"] }", $"{Group}.members[0]", "reference.group", "sändlista")]
    [InlineData("[\"socialnamnden\"] }", "[] }", $"{Group}.members", "list.empty", "minst en")]
    [InlineData("\"responsible\": [\"socialnamnden\"]", "\"responsible\": [\"namnder\"]", $"{Agreement}.responsible[0]", "reference.group", "ett i taget")]
    [InlineData("\"responsible\": [\"socialnamnden\"]", "\"responsible\": []", $"{Agreement}.responsible", "list.empty", "påminns ingen")]
    [InlineData("\"escalation\": [\"region\"]", "\"escalation\": [\"chefen\"]", $"{Agreement}.escalation[0]", "reference.unknown", "contacts")]
    [InlineData("[\"region\", \"namnder\"]", "[\"region\", \"regionen\"]", $"{Obligation}.recipients[1]", "reference.unknown", "Menade du \"region\"?")]
    [InlineData("[\"region\", \"namnder\"]", "[\"region\", \"region\"]", $"{Obligation}.recipients[1]", "list.repeated", "redan")]
    [InlineData("[\"region\", \"namnder\"]", "[]", $"{Obligation}.recipients", "list.empty", "minst en")]
    [InlineData("\"aliases\": [\"Nämnderna\"]", "\"aliases\": [\"avdelning  FOLKHÄLSA\"]", $"{Group}.aliases[0]", "name.ambiguous", "$.contacts[0].aliases[0]")]
    [InlineData("\"name\": \"Samtliga nämnder\"", "\"name\": \"socialnämnden\"", $"{Group}.name", "name.ambiguous", "$.contacts[1].name")]
    [InlineData("\"from\": \"2021-01-01\"", "\"from\": \"2025-01-01\"", $"{Agreement}.to", "agreement.period", "2024-12-31, innan det börjar 2025-01-01")]
    [InlineData("\"from\": \"2021-01-01\"", "\"from\": \"2021-02-29\"", $"{Agreement}.from", "date.format", "inte ett datum som finns")]
    [InlineData("\"from\": \"2021-01-01\"", "\"from\": \"1/1 2021\"", $"{Agreement}.from", "date.format", "\"2024-12-31\"")]
    [InlineData("\"to\": \"2024-12-31\"", "\"to\": \"9999-12-31\"", $"{Agreement}.to", "date.format", "1900–2299")]
    [InlineData("\"inUseFrom\": \"2021-01-01\"", "\"inUseFrom\": 2021", "$.inUseFrom", "value.type", "ett tal")]
    [InlineData("\"--12-01\"", "\"12-01\"", $"{Obligation}.due", "yearly-date.format", "\"--12-01\"")]
    [InlineData("\"--12-01\"", "\"--02-30\"", $"{Obligation}.due", "yearly-date.format", "\"--12-01\"")]
    [InlineData("\"--12-01\"", "\"2022-12-01\"", $"{Obligation}.due", "yearly-date.format", "varje år")]
    [InlineData("\"P1D\"", "\"P1M\"", $"{Obligation}.reminders[0]", "reminder.format", "olika långa")]
    [InlineData("\"P1D\"", "\"P-1D\"", $"{Obligation}.reminders[0]", "reminder.format", "\"P30D\"")]
    [InlineData("\"P1D\"", "\"PT24H\"", $"{Obligation}.reminders[0]", "reminder.format", "\"P30D\"")]
    [InlineData("\"contacts\":", "\"retention\": [{ \"what\": \"documents\", \"after\": \"P6M\", \"decision\": \"x\" }], \"contacts\":", "$.retention[0].after", "retention.format", "\"P10Y\"")]
    [InlineData("\"contacts\":", "\"retention\": [{ \"what\": \"documents\", \"after\": \"P0Y\", \"decision\": \"x\" }], \"contacts\":", "$.retention[0].after", "retention.format", "hela år")]
    [InlineData("\"contacts\":", "\"retention\": [{ \"what\": \"allt\", \"after\": \"P1Y\", \"decision\": \"x\" }], \"contacts\":", "$.retention[0].what", "value.unknown", "personalValues")]
    [InlineData("\"contacts\":", "\"retention\": [{ \"what\": \"documents\", \"after\": \"P1Y\" }], \"contacts\":", "$.retention[0].decision", "property.missing", "Dokumenthanteringsplan")]
    [InlineData("\"P1D\"", "\"P9999D\"", $"{Obligation}.reminders[0]", "reminder.format", "högst 3660")]
    [InlineData("\"plan\", \"budget\"", "\"Plan A\"", $"{Obligation}.parts[0]", "part.format", "små bokstäver")]
    [InlineData("\"plan\", \"budget\"", "\"plan\", \"plan\"", $"{Obligation}.parts", "list.repeated", "mer än en gång")]
    [InlineData("\"plan\", \"budget\"", "", $"{Obligation}.parts", "list.empty", "minst en del")]
    [InlineData("folkhalsa@region.example", "folkhalsa", $"{Contact}.channel.address", "channel.address", "ett @")]
    [InlineData("https://social.example/in", "http://social.example/in", "$.contacts[1].fallback.address", "channel.address", "https://")]
    [InlineData("\"address\": \"social\"", "\"address\": \"../social\"", "$.contacts[1].channel.address", "channel.address", "inte en sökväg")]
    public void One_mistake_gives_one_error_with_its_path_and_remedy(string piece, string mistake, string path, string code, string says)
    {
        var error = Assert.Single(Registers.Spoiled(piece, mistake));
        Assert.Equal((path, code), (error.Path, error.Code));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cooperation_agreement_without_obligations_is_an_error()
    {
        var start = Registers.Json.IndexOf(",\n    \"obligations\"", StringComparison.Ordinal);
        var error = Assert.Single(Registers.Read(Registers.Json[..start] + " } ] }").Errors);
        Assert.Equal(($"{Agreement}.obligations", "agreement.no-obligations"), (error.Path, error.Code));
    }

    [Fact]
    public void Two_obligations_of_one_agreement_share_neither_id_nor_title()
    {
        var start = Registers.Json.IndexOf("{ \"id\": \"plan\"", StringComparison.Ordinal);
        var obligation = Registers.Json[start..(Registers.Json.IndexOf("\"namnder\"] }", StringComparison.Ordinal) + "\"namnder\"] }".Length)];
        var errors = Registers.Read(Registers.Json.With(obligation, $"{obligation}, {obligation}")).Errors;
        Assert.Equal(
            [("$.agreements[0].obligations[1].id", "id.duplicate"), ("$.agreements[0].obligations[1].titles[0]", "title.ambiguous")],
            errors.Select(error => (error.Path, error.Code)));
    }

    [Fact]
    public void A_contact_and_a_group_share_no_id()
    {
        var error = Registers.Spoiled("\"id\": \"namnder\"", "\"id\": \"region\"")[0];
        Assert.Equal(($"{Group}.id", "id.duplicate"), (error.Path, error.Code));
        Assert.Contains("$.contacts[0].id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_a_contact_with_errors_of_its_own_is_no_second_error() =>
        Assert.Equal(["$.contacts[0].name"], Registers.Spoiled("\"name\": \"Regionen\"", "\"name\": \"\"").Select(error => error.Path));

    [Fact]
    public void Every_code_is_declared() =>
        Assert.All(
            Registers.Spoiled("\"due\": \"--12-01\",", ""),
            error => Assert.Contains(error.Code, typeof(RegisterErrorCode).GetFields().Select(field => (string)field.GetRawConstantValue()!)));
}
