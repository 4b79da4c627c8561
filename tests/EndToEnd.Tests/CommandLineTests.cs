using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Tests;

/// <summary>The command line as a person meets it.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Demo_tells_the_story_and_its_ledger_verifies()
    {
        using var data = new DataFolder();
        var folder = data.In("demo");
        var (code, output, error) = await HostProcess.RunAsync("demo", "--no-serve", "--data", folder);

        Assert.True(code == 0, error);
        string[] story =
        [
            "2021-04-20 10.00  Förlängt", "2021-04-20 10.00  Beslut överlämnat", "2022-10-27 09.00  Mottaget", "2022-12-01 06.00  Utkast överlämnat",
            "2022-12-12 14.00  Antaget", "2022-12-12 14.15  Fastställd version överlämnad", "2022-12-12 14.15  Uppfyllt",
        ];
        var places = story.Select(line => output.IndexOf(line, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", folder)).Code);
        Assert.Equal(12, (await HostProcess.RunAsync("deliveries", "--json", "--data", folder)).Output.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task A_certificate_is_checked_by_its_file_alone_and_a_changed_one_fails()
    {
        using var data = new DataFolder();
        var folder = data.In("demo");
        await HostProcess.RunAsync("demo", "--no-serve", "--data", folder);
        var row = (await HostProcess.RunAsync("deliveries", "--json", "--data", folder)).Output.Split('\n').First(l => l.Contains("\"draft\"", StringComparison.Ordinal));
        var id = System.Text.Json.JsonDocument.Parse(row).RootElement.GetProperty("id").GetString()!;
        var file = data.In("intyg.json");
        var issued = await HostProcess.RunAsync("certificate", id, "--out", file, "--data", folder);
        Directory.Delete(folder, recursive: true);

        Assert.True(issued.Code == 0, issued.Error);
        var held = await HostProcess.RunAsync("verify", "--certificate", file);
        Assert.True(held.Code == 0, held.Output);
        Assert.Contains("Intyget håller. utkast till vgr-folkhalsa: Överlämnad, överlämnad 1 december 2022", held.Output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("folkhalsa@region.example", "annan@region.example", StringComparison.Ordinal));
        var changed = await HostProcess.RunAsync("verify", "--certificate", file);
        Assert.Equal(1, changed.Code);
        Assert.Contains("håller INTE", changed.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text);
        Assert.Equal(1, (await HostProcess.RunAsync("verify", "--certificate", file, "--root", new string('0', 64))).Code);
        await File.WriteAllTextAsync(file, "inget intyg");
        Assert.Equal(1, (await HostProcess.RunAsync("verify", "--certificate", file)).Code);
    }

    [Fact]
    public async Task A_root_that_was_sent_away_is_looked_for_in_the_ledger_and_one_that_was_written_anew_does_not_have_it()
    {
        using var data = new DataFolder();
        var (kept, anew) = (data.In("demo"), data.In("anew"));
        foreach (var folder in (string[])[kept, anew]) Assert.Equal(0, (await HostProcess.RunAsync("demo", "--no-serve", "--data", folder)).Code);
        var row = (await HostProcess.RunAsync("deliveries", "--json", "--data", kept)).Output.Split('\n').First(l => l.Contains("\"draft\"", StringComparison.Ordinal));
        var certificate = await HostProcess.RunAsync("certificate", System.Text.Json.JsonDocument.Parse(row).RootElement.GetProperty("id").GetString()!, "--out", data.In("intyg.json"), "--data", kept);
        Assert.True(certificate.Code == 0, certificate.Error);
        var anchor = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(data.In("intyg.json"))).RootElement.GetProperty("proof").GetProperty("anchor");

        var held = await HostProcess.RunAsync("verify", "--root", anchor.GetProperty("root").GetString()!.ToUpperInvariant(), "--data", kept);
        Assert.True(held.Code == 0, held.Output + held.Error);
        Assert.Contains($"Roten är ankarets från {anchor.GetProperty("day").GetString()}.", held.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", anew)).Code);
        var other = await HostProcess.RunAsync("verify", "--root", anchor.GetProperty("root").GetString()!, "--data", anew);
        Assert.Equal(1, other.Code);
        Assert.Contains("Liggaren har INTE den roten", other.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Liggaren håller", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_are_told_in_Swedish_and_a_simulation_of_nothing_says_so()
    {
        using var data = new DataFolder();
        var folder = data.In("demo");
        await HostProcess.RunAsync("demo", "--no-serve", "--data", folder);

        Assert.Contains("2022-12-01 06:00  Överlämnad        utkast ", (await HostProcess.RunAsync("deliveries", "--data", folder)).Output, StringComparison.Ordinal);
        var (code, output, _) = await HostProcess.RunAsync(
            "simulate", "--register", Path.Combine(HostProcess.Samples, "register.json"), "--from", "2026-09-01", "--to", "2026-12-31");
        Assert.Equal((0, "Inget händer mellan 2026-09-01 och 2026-12-31."), (code, output.Trim()));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("demo")]
    public async Task An_address_that_is_taken_is_named_before_anything_runs(string verb)
    {
        using var data = new DataFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        var (code, output, error) = await HostProcess.RunAsync(verb, "--data", verb == "run" ? data.Path : data.In("demo"), "--urls", address);

        Assert.Equal((1, ""), (code, output));
        Assert.Equal($"Adressen är upptagen av ett annat program ({address}). Stoppa det, eller välj en annan med --urls http://127.0.0.1:7072.", error.Trim());
    }

    [Fact]
    public async Task Demo_refuses_a_folder_that_is_not_empty()
    {
        using var data = new DataFolder();
        var (code, _, error) = await HostProcess.RunAsync("demo", "--no-serve", "--data", data.Path);

        Assert.Equal(1, code);
        Assert.Contains("inte tom", error, StringComparison.Ordinal);
        Assert.Equal(["register.json"], Directory.GetFileSystemEntries(data.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_register_with_errors_starts_nothing_and_lists_every_error_with_its_place()
    {
        using var data = new DataFolder();
        await File.WriteAllTextAsync(data.In("register.json"), """{ "municipality": 3, "contacts": [], "agreements": [], "extra": 1 }""");
        var (code, output, error) = await HostProcess.RunAsync("run", "--data", data.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.Contains("$.municipality", error, StringComparison.Ordinal);
        Assert.Contains("$.extra", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Samverkan kör", output, StringComparison.Ordinal);
        Assert.False(File.Exists(data.In("samverkan.db")));
    }

    [Fact]
    public async Task A_data_folder_without_a_register_is_told_how_to_begin()
    {
        using var data = new DataFolder();
        File.Delete(data.In("register.json"));
        var (code, _, error) = await HostProcess.RunAsync("run", "--data", data.Path);

        Assert.Equal(1, code);
        Assert.Contains("register.json", error, StringComparison.Ordinal);
        Assert.Contains("exemplet", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Occurrences_of_the_sample_are_three_first_of_December_and_no_others()
    {
        var (code, output, _) = await HostProcess.RunAsync(
            "occurrences", "--register", Path.Combine(HostProcess.Samples, "register.json"), "--from", "2020-01-01", "--to", "2030-12-31", "--json");

        Assert.Equal(0, code);
        Assert.Equal(
            [
                """{"agreement":"folkhalsa-2021","obligation":"verksamhetsplan","planYear":2022,"due":"2021-12-01","effectiveDue":"2021-12-01"}""",
                """{"agreement":"folkhalsa-2021","obligation":"verksamhetsplan","planYear":2023,"due":"2022-12-01","effectiveDue":"2022-12-01"}""",
                """{"agreement":"folkhalsa-2021","obligation":"verksamhetsplan","planYear":2024,"due":"2023-12-01","effectiveDue":"2023-12-01"}""",
            ],
            output.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("spring")]
    [InlineData("check")]
    [InlineData("check a.json b.json")]
    [InlineData("run --data")]
    [InlineData("occurrences --register r.json --from 2022-01-01")]
    [InlineData("occurrences --register r.json --from igår --to 2022-01-01")]
    [InlineData("deliveries --status sent")]
    [InlineData("--nonsense")]
    public async Task Wrong_use_exits_2_with_one_clear_line(string arguments)
    {
        var (code, output, error) = await HostProcess.RunAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "Verb:")]
    [InlineData("run --help", "--urls")]
    [InlineData("extract -h", "Protokollsutdrag")]
    public async Task Help_is_in_Swedish(string arguments, string expected)
    {
        var (code, output, _) = await HostProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("Alternativ:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", output, StringComparison.Ordinal);
    }
}
