using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Samverkan.Dispatch;
using Samverkan.Storage.Local;
using Samverkan.Web;

namespace Samverkan.Functions.Tests;

/// <summary>What the alerts look for in the log must be what is logged.</summary>
public sealed partial class AlertTests
{
    private static readonly IReadOnlyDictionary<string, string> Queries = Query().Matches(Text("infra/modules/alerts.bicep"))
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["query"].Value, StringComparer.Ordinal);

    [Fact]
    public void Every_text_that_an_alert_looks_for_is_logged()
    {
        Assert.Equal(["failing", "owed", "poison"], Queries.Keys.Order(StringComparer.Ordinal));
        string[] logged = [.. Templates().SelectMany(Filled)];
        var sought = Queries.Values.SelectMany(q => Sought().Matches(q)).Select(m => m.Groups["text"].Value).ToArray();
        Assert.Equal(6, sought.Length);
        Assert.All(sought, text => Assert.Contains(logged, line => line.Contains(text, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData(1, AttemptOutcome.Permanent, true)]
    [InlineData(3, AttemptOutcome.Transient, false)]
    [InlineData(4, AttemptOutcome.Transient, true)]
    [InlineData(12, AttemptOutcome.Transient, true)]
    [InlineData(7, AttemptOutcome.HandedOver, false)]
    public void A_delivery_that_failed_for_good_or_for_the_fourth_time_is_found(int attempt, AttemptOutcome outcome, bool found)
    {
        var query = Queries["owed"];
        var template = Templates().Single(t => t.Id == 2003).Message;
        var line = Fill(template, "folkhalsa-2021.2023.0123456789abcdef0123", attempt, outcome, "smtp.deferred");
        Assert.StartsWith("Delivery ", line, StringComparison.Ordinal);
        Assert.Contains("""Message startswith "Delivery " and Message has "ended as" """.TrimEnd(), query, StringComparison.Ordinal);

        // The query's own pattern and bound, on the line that is logged.
        var pattern = Regex.Match(query, """extract\("(?<pattern>[^"]+)", 1, Message\)""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["pattern"].Value;
        var least = int.Parse(Regex.Match(query, "attempt >= (?<least>[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["least"].Value, CultureInfo.InvariantCulture);
        Assert.Equal(new DispatchOptions().WarnAfterFailures, least);
        var counted = int.Parse(Regex.Match(line, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(attempt, counted);
        Assert.Equal(found, line.Contains("ended as Permanent", StringComparison.Ordinal) || (line.Contains("ended as Transient", StringComparison.Ordinal) && counted >= least));
    }

    [Fact]
    public void The_ping_asks_whether_the_host_is_ready() =>
        Assert.Contains("/health/ready", Text("infra/main.bicep") + Text("infra/modules/app.bicep"), StringComparison.Ordinal);

    private static IEnumerable<(int Id, string Message)> Templates() =>
        from assembly in (Assembly[])[typeof(Dispatcher).Assembly, typeof(LocalStorageOptions).Assembly, typeof(WebOptions).Assembly, typeof(Composition).Assembly]
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select (message.EventId, message.Message);

    // Each value that an outcome may have; everything else is only there.
    private static IEnumerable<string> Filled((int Id, string Message) template) =>
        Enum.GetNames<AttemptOutcome>().Select(outcome => Hole().Replace(template.Message, m => m.Value == "{Outcome}" ? outcome : "4"));

    private static string Fill(string template, params object[] values)
    {
        var next = 0;
        return Hole().Replace(template, _ => string.Create(CultureInfo.InvariantCulture, $"{values[next++]}"));
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../..", path));

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"name: '(?<name>\w+)'\s+severity: \d\s+description: '[^']*'\s+query: '(?<query>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Query();

    [GeneratedRegex("Message (startswith|has|contains) \"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sought();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
