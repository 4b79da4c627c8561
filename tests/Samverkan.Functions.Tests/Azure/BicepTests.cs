using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>The templates through the compiler, which knows the type of every resource: without an error or a warning.</summary>
public sealed class BicepTests
{
    [BicepFact]
    public async Task The_templates_and_their_parameters_compile_without_a_warning()
    {
        foreach (var (verb, file) in ((string, string)[])[("build", "main.bicep"), ("build", "events.bicep"), ("build-params", "test.bicepparam"), ("build-params", "prod.bicepparam")])
        {
            var (code, output, said) = await CompileAsync(verb, file);
            Assert.True(code == 0 && said.Length == 0, $"{file}: {said}");
            using var json = JsonDocument.Parse(output);
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }
    }

    private static async Task<(int Code, string Output, string Said)> CompileAsync(string verb, string file)
    {
        var start = new ProcessStartInfo(BicepFactAttribute.Compiler, [verb, Path.Combine(Infra(), file), "--stdout"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, (await said).Trim());
    }

    private static string Infra([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../infra"));
}
