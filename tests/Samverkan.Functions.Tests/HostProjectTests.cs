using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Samverkan.Functions.Tests;

/// <summary>The two hosts as the evaluated project file has them: packages, global usings, program and left-out folders.</summary>
public sealed class HostProjectTests
{
    [Fact]
    public async Task Embedded_is_the_default_and_knows_nothing_of_Azure_Functions()
    {
        var project = await EvaluateAsync();

        Assert.Equal("Embedded", project.GetProperty("Properties").GetProperty("FunctionsHost").GetString());
        Assert.DoesNotContain(Items(project, "PackageReference"), p => p.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal));
        Assert.Contains("NCrontab.Signed", Items(project, "PackageReference"));
        Assert.Contains("Samverkan.Functions.LocalHost.Model", Items(project, "Using"));
        var files = Items(project, "Compile");
        Assert.Contains("Program.cs", files);
        Assert.DoesNotContain("Program.Azure.cs", files);
        Assert.Contains(files, f => f.StartsWith("LocalHost/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Azure_takes_the_worker_and_leaves_out_the_embedded_host()
    {
        var project = await EvaluateAsync("-p:FunctionsHost=Azure");

        Assert.Subset(Items(project, "PackageReference"), new HashSet<string>(StringComparer.Ordinal)
        {
            "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Sdk", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
            "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs", "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues",
            "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        });
        Assert.Contains("Microsoft.Azure.Functions.Worker", Items(project, "Using"));
        Assert.DoesNotContain("Samverkan.Functions.LocalHost.Model", Items(project, "Using"));
        var files = Items(project, "Compile");
        Assert.Contains("Program.Azure.cs", files);
        Assert.DoesNotContain("Program.cs", files);
        Assert.DoesNotContain(files, f => f.StartsWith("LocalHost/", StringComparison.Ordinal) || f.StartsWith("Cli/", StringComparison.Ordinal));
        Assert.Equal(7, files.Count(f => f.StartsWith("Triggers/", StringComparison.Ordinal)));
        Assert.Contains("../../host.json", Items(project, "None"));
    }

    private static HashSet<string> Items(JsonElement project, string type) =>
    [
        .. project.GetProperty("Items").GetProperty(type).EnumerateArray()
            .Select(i => i.GetProperty("Identity").GetString()!.Replace('\\', '/')),
    ];

    private static async Task<JsonElement> EvaluateAsync(params string[] arguments)
    {
        var project = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../functions/Samverkan.Functions/Samverkan.Functions.csproj");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", project, "-getProperty:FunctionsHost", "-getItem:PackageReference,Using,Compile,None", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
