using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Samverkan.Functions.LocalHost;
using Samverkan.Functions.LocalHost.Model;

namespace Samverkan.Functions.Tests;

/// <summary>What runs in the embedded host must bind in the Azure Functions worker too.</summary>
public sealed class TriggerTests
{
    private static readonly Type[] Bindable = [typeof(Stream), typeof(string), typeof(TimerInfo), typeof(HttpRequest), typeof(CancellationToken)];

    [Fact]
    public void The_seven_functions_are_found_by_their_attributes() =>
        Assert.Equal(
            ["Admin", "DeadlineSweep", "Dispatch", "DispatchPoison", "DispatchSweep", "InboxSweep", "PlanIntake"],
            FunctionCatalog.All.Select(f => f.Name));

    [Fact]
    public void Functions_take_only_what_the_worker_binds()
    {
        foreach (var function in FunctionCatalog.All)
        {
            Assert.All(function.Method.GetParameters(), p => Assert.Contains(p.ParameterType, Bindable));
            Assert.True(function.Method.DeclaringType!.IsPublic, $"{function.Name} lies in a class that the worker does not see.");
        }
    }

    [Fact]
    public void Schedules_parse_and_are_in_the_sample_settings()
    {
        var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../local.settings.sample.json")))
            .RootElement.GetProperty("Values");
        foreach (var (_, trigger) in FunctionCatalog.With<TimerTriggerAttribute>())
        {
            var name = trigger.Schedule.Trim('%');
            Assert.Equal(Schedules.Defaults[name], sample.GetProperty(name).GetString());
            Schedules.Parse(Schedules.Defaults[name]);
        }
    }

    [Fact]
    public void A_schedule_that_is_none_is_named_with_its_remedy()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("DeadlineSweepSchedule", "varje morgon")])
            .Build();

        var problem = Assert.Single(Schedules.Problems(settings));
        Assert.Contains("DeadlineSweepSchedule", problem, StringComparison.Ordinal);
        Assert.Contains("0 * * * * *", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_under_Triggers_name_neither_model()
    {
        var triggers = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../functions/Samverkan.Functions/Triggers");
        foreach (var file in Directory.GetFiles(triggers))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("LocalHost", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Microsoft.Azure", text, StringComparison.Ordinal);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
