using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>The commands by which a person decides something, as that person runs them: answers, errors, exit codes.</summary>
public sealed class DeskCommandTests
{
    private static readonly string Sample = Path.Combine(HostProcess.Samples, "register.json");

    [Fact]
    public async Task Check_against_shows_what_a_changed_register_changes_before_it_is_used()
    {
        using var data = new DataFolder();
        var changed = (await File.ReadAllTextAsync(Sample)).Replace("--12-01", "--11-15", StringComparison.Ordinal);
        await File.WriteAllTextAsync(data.In("changed.json"), changed);

        var (code, output, error) = await HostProcess.RunAsync("check", data.In("changed.json"), "--against", Sample, "--from", "2022-01-01");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Registret är rätt: 2 avtal och handlingsplaner, 1 åtagande, 11 kontakter, 1 sändlista.", output, StringComparison.Ordinal);
        Assert.Contains("0 tillkommer, 0 faller bort, 2 ändras", output, StringComparison.Ordinal);
        Assert.Contains("folkhalsa-2021 / verksamhetsplan 2023: ändras", output, StringComparison.Ordinal);
        Assert.Contains("2022-12-01 → 2022-11-15", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_against_the_same_register_changes_nothing_and_json_is_a_line_a_change()
    {
        using var data = new DataFolder();
        var ended = (await File.ReadAllTextAsync(Sample)).Replace("\"2024-12-31\"", "\"2022-12-31\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(data.In("ended.json"), ended);

        var same = await HostProcess.RunAsync("check", Sample, "--against", Sample, "--from", "2022-01-01");
        var (code, output, _) = await HostProcess.RunAsync("check", data.In("ended.json"), "--against", Sample, "--from", "2022-01-01", "--json");

        Assert.Contains("Inget ändras", same.Output, StringComparison.Ordinal);
        Assert.Equal(0, code);
        using var change = JsonDocument.Parse(output.Trim().Split('\n')[0]);
        Assert.Equal("gone", change.RootElement.GetProperty("change").GetString());
        Assert.Equal("folkhalsa-2021", change.RootElement.GetProperty("agreement").GetString());
    }

    [Fact]
    public async Task Check_against_a_register_with_errors_says_which_of_the_two_is_wrong()
    {
        using var data = new DataFolder();
        await File.WriteAllTextAsync(data.In("broken.json"), "{ \"municipality\": 3 }");

        var (code, _, error) = await HostProcess.RunAsync("check", Sample, "--against", data.In("broken.json"));

        Assert.Equal(1, code);
        Assert.Contains("$.municipality", error, StringComparison.Ordinal);
        Assert.Contains("är utan fel", error, StringComparison.Ordinal);
        Assert.Equal(2, (await HostProcess.RunAsync("check", Sample, "--json")).Code);
    }

    [Fact]
    public async Task A_calendar_link_is_issued_opens_the_calendar_is_listed_and_revoked_for_good()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path);

        var issued = await HostProcess.RunAsync("calendar-link", "--agreement", "folkhalsa-2021", "--data", data.Path);
        var address = new Uri(host.Address, new Uri(issued.Output.Trim()).AbsolutePath);
        Assert.Equal(0, issued.Code);
        Assert.Contains("Den visas bara nu", issued.Error, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", await host.Http.GetStringAsync(address), StringComparison.Ordinal);

        var listed = await HostProcess.RunAsync("calendar-link", "--list", "--data", data.Path);
        Assert.Contains("avtalet folkhalsa-2021", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(issued.Output.Trim().Split('/')[^1], listed.Output, StringComparison.Ordinal);

        var revoked = await HostProcess.RunAsync("calendar-link", "--revoke", "1", "--data", data.Path);
        Assert.Equal(0, revoked.Code);
        Assert.Contains("indragen", revoked.Output, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.Http.GetAsync(address)).StatusCode);
        Assert.Contains("indragen", (await HostProcess.RunAsync("calendar-link", "--list", "--data", data.Path)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "inget avtal", "--agreement", "finns-inte")]
    [InlineData(1, "ingen kontakt", "--responsible", "finns-inte")]
    [InlineData(1, "ingen länk", "--revoke", "7")]
    [InlineData(2, "bara ett av", "--list", "--revoke", "1")]
    public async Task A_calendar_link_that_cannot_be_says_why(int expected, string because, params string[] arguments)
    {
        using var data = new DataFolder();
        await using (await HostProcess.StartAsync(data.Path)) { }

        var (code, output, error) = await HostProcess.RunAsync(["calendar-link", .. arguments, "--data", data.Path]);

        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(because, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_ends_a_year_once_and_the_page_says_who_and_why()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path);
        string[] close = ["close", "--agreement", "folkhalsa-2021", "--obligation", "verksamhetsplan", "--plan-year", "2024", "--on", "2024-01-15", "--reason", "Regionen avstår.", "--data", data.Path];

        var first = await HostProcess.RunAsync(close);
        var second = await HostProcess.RunAsync(close);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("avslutat från och med den 15 januari 2024", first.Output, StringComparison.Ordinal);
        Assert.Equal(1, second.Code);
        Assert.Contains("redan avslutat", second.Error, StringComparison.Ordinal);
        var page = await host.Http.GetStringAsync(new Uri(host.Address, "/avtal/folkhalsa-2021/2024"));
        Assert.Contains("Regionen avst", page, StringComparison.Ordinal);
        Assert.Contains("cli:", page, StringComparison.Ordinal);
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    [Theory]
    [InlineData(1, "inget åtagande", "2031", "2024-01-15", "Skäl")]
    [InlineData(1, "utan skäl", "2024", "2024-01-15", " ")]
    [InlineData(1, "har inte varit än", "2024", "2999-01-01", "Skäl")]
    [InlineData(2, "--on", "2024", "i går", "Skäl")]
    [InlineData(2, "--plan-year", "tjugo", "2024-01-15", "Skäl")]
    public async Task Close_refuses_what_cannot_be(int expected, string because, string year, string on, string reason)
    {
        using var data = new DataFolder();
        await using (await HostProcess.StartAsync(data.Path)) { }

        var (code, output, error) = await HostProcess.RunAsync(
            "close", "--agreement", "folkhalsa-2021", "--obligation", "verksamhetsplan", "--plan-year", year, "--on", on, "--reason", reason, "--data", data.Path);

        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(because, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endorse_records_a_body_once_and_the_page_shows_who_is_left()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path);
        var (plan, body) = ActionPlan();
        string[] endorse = ["endorse", "--agreement", plan, "--body", body, "--on", "2021-02-12", "--paragraph", "§ 17", "--data", data.Path];

        var first = await HostProcess.RunAsync(endorse);
        var second = await HostProcess.RunAsync(endorse);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("12 februari 2021", first.Output, StringComparison.Ordinal);
        Assert.Equal(1, second.Code);
        Assert.Contains("redan antecknat", second.Error, StringComparison.Ordinal);
        var page = await host.Http.GetStringAsync(new Uri(host.Address, $"/avtal/{plan}"));
        Assert.Contains("17 (antecknat f", page, StringComparison.Ordinal);
        Assert.Contains("Inte &#xE4;n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nämner inte", "Ett okänt organ", "2021-02-12")]
    [InlineData("har inte varit än", null, "2999-02-12")]
    public async Task Endorse_refuses_what_cannot_be(string because, string? body, string on)
    {
        using var data = new DataFolder();
        await using (await HostProcess.StartAsync(data.Path)) { }
        var (plan, known) = ActionPlan();

        var (code, output, error) = await HostProcess.RunAsync("endorse", "--agreement", plan, "--body", body ?? known, "--on", on, "--data", data.Path);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(because, error, StringComparison.Ordinal);
    }

    private static (string Id, string Body) ActionPlan()
    {
        using var register = JsonDocument.Parse(File.ReadAllBytes(Sample));
        var plan = register.RootElement.GetProperty("agreements").EnumerateArray().First(a => a.GetProperty("kind").GetString() == "actionPlan");
        return (plan.GetProperty("id").GetString()!, plan.GetProperty("endorsers")[0].GetString()!);
    }
}
