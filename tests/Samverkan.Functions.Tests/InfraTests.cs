using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Samverkan.Formats.Smtp;
using Samverkan.Functions.LocalHost;
using Samverkan.Functions.LocalHost.Model;
using Samverkan.Storage.Azure;

namespace Samverkan.Functions.Tests;

/// <summary>What the code names must be what the template makes.</summary>
public sealed partial class InfraTests
{
    private static readonly JsonElement Sample = Json("local.settings.sample.json").GetProperty("Values");

    [Fact]
    public void The_template_makes_every_container_queue_and_table()
    {
        var names = Json("infra/names.json");
        Assert.Equal(AzureNames.Containers, Strings(names, "containers"));
        Assert.Equal(AzureNames.Queues, Strings(names, "queues"));
        Assert.Equal(AzureNames.Tables, Strings(names, "tables"));
    }

    [Fact]
    public void Containers_and_queues_of_triggers_are_among_them()
    {
        Assert.All(FunctionCatalog.With<BlobTriggerAttribute>(), f => Assert.Contains(f.Trigger.BlobPath.Split('/')[0], AzureNames.Containers));
        // Each queue has its function, the one that failing messages are moved to as well.
        Assert.Equal(AzureNames.Queues.Order(StringComparer.Ordinal), FunctionCatalog.With<QueueTriggerAttribute>().Select(f => f.Trigger.QueueName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_such_as_the_services_take()
    {
        Assert.All(AzureNames.Containers.Concat(AzureNames.Queues), n => Assert.Matches("^[a-z0-9](-?[a-z0-9]){2,62}$", n));
        Assert.All(AzureNames.Tables, n => Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,62}$", n));
    }

    [Fact]
    public void Settings_of_schedules_are_in_the_sample_and_in_the_template()
    {
        var app = Text("infra/modules/app.bicep");
        foreach (var (_, trigger) in FunctionCatalog.With<TimerTriggerAttribute>())
        {
            var name = trigger.Schedule.Trim('%');
            Assert.True(Sample.TryGetProperty(name, out _), name);
            var set = Regex.Match(app, $@"\b{name}: '(?<schedule>[^']+)'", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            Assert.True(set.Success, name);
            Schedules.Parse(set.Groups["schedule"].Value);
        }
    }

    [Fact]
    public void Settings_that_the_template_sets_are_in_the_sample_and_in_the_README()
    {
        // The platform's own are its own matter.
        string[] platform = ["AzureWebJobsStorage__accountName", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET"];
        var block = Regex.Match(Text("infra/modules/app.bicep"), @"name: 'appsettings'\s+properties: \{(?<all>.*?)\n  \}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["all"].Value;
        var names = SettingName().Matches(block).Select(m => m.Groups["name"].Value).ToArray();
        Assert.True(names.Length > 10, "The settings of the template were not found.");
        Assert.Subset(Sample.EnumerateObject().Select(s => s.Name).ToHashSet(StringComparer.Ordinal), names.Except(platform, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal));
        var readme = Text("README.md");
        foreach (var name in names.Except(platform, StringComparer.Ordinal).Except(["AzureWebJobsDisableHomepage"], StringComparer.Ordinal))
            Assert.Contains($"`{name.Replace("__", ":", StringComparison.Ordinal)}`", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void New_files_are_told_of_to_a_function_that_there_is()
    {
        var told = Regex.Match(Text("infra/events.bicep"), @"functionName=Host\.Functions\.(?<name>\w+)&", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["name"].Value;
        var (function, trigger) = Assert.Single(FunctionCatalog.With<BlobTriggerAttribute>());
        Assert.Equal(function.Name, told);
        Assert.Equal(BlobTriggerSource.EventGrid, trigger.Source);
        Assert.Contains($"containers/{trigger.BlobPath.Split('/')[0]}/", Text("infra/events.bicep"), StringComparison.Ordinal);
        Assert.Contains("'/runtime/webhooks/blobs'", Text("infra/modules/app.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_that_have_no_default_are_given_and_no_others()
    {
        var declared = Parameter().Matches(Text("infra/main.bicep")).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["default"].Success, StringComparer.Ordinal);
        foreach (var file in (string[])["infra/test.bicepparam", "infra/prod.bicepparam"])
        {
            var given = Given().Matches(Text(file)).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
            Assert.Subset(declared.Keys.ToHashSet(StringComparer.Ordinal), given);
            Assert.Subset(given, declared.Where(d => !d.Value).Select(d => d.Key).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Modules_are_given_exactly_the_parameters_that_they_ask_for()
    {
        var main = Text("infra/main.bicep");
        foreach (Match module in Module().Matches(main))
        {
            var declared = Parameter().Matches(Text("infra/" + module.Groups["file"].Value)).Select(m => m.Groups["name"].Value);
            var given = SettingName().Matches(module.Groups["params"].Value).Select(m => m.Groups["name"].Value);
            Assert.Equal(declared.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_template_holds_a_secret_or_opens_the_account()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "infra"), "*.bicep*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("AccountKey", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("allowSharedKeyAccess: true", text, StringComparison.Ordinal);
            Assert.DoesNotContain("allowBlobPublicAccess: true", text, StringComparison.Ordinal);
            Assert.Equal(text.Count(c => c == '{'), text.Count(c => c == '}'));
            Assert.Equal(text.Count(c => c == '['), text.Count(c => c == ']'));
        }
    }

    [Fact]
    public void Host_json_has_what_the_queue_and_the_pages_need()
    {
        var host = Json("host.json");
        Assert.Equal("2.0", host.GetProperty("version").GetString());
        Assert.True(TimeSpan.Parse(host.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture) >= LongestTry());
        var extensions = host.GetProperty("extensions");
        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
        var queues = extensions.GetProperty("queues");
        Assert.Equal("none", queues.GetProperty("messageEncoding").GetString());
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, 32);
        Assert.InRange(queues.GetProperty("maxDequeueCount").GetInt32(), 2, 100);
        Assert.True(TimeSpan.TryParse(queues.GetProperty("visibilityTimeout").GetString(), System.Globalization.CultureInfo.InvariantCulture, out _));
        Assert.True(host.GetProperty("healthMonitor").GetProperty("enabled").GetBoolean());
        Assert.True(host.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("isEnabled").GetBoolean());
    }

    // Connecting and TLS; the greeting, EHLO twice, STARTTLS, three commands of a login, MAIL, RCPT and DATA; a block that
    // hangs; and the answer after the final dot.
    private static TimeSpan LongestTry()
    {
        var smtp = new SmtpOptions { Host = "mejl.example", ClientName = "kommun.example" };
        return (2 * smtp.ConnectTimeout) + (10 * smtp.CommandTimeout) + smtp.DataBlockTimeout + smtp.AfterDataTimeout;
    }

    private static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    private static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static JsonElement Json(string path) => JsonDocument.Parse(Text(path)).RootElement.Clone();

    private static IEnumerable<string> Strings(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\s+(?<name>\w+): ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^param (?<name>\w+) \w+(?<default> = )?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^param (?<name>\w+) = ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Given();

    [GeneratedRegex(@"module \w+ '(?<file>[^']+)' = \{.*?params: \{(?<params>.*?)\n  \}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Module();
}
