using System.Diagnostics;
using System.Text.Json;
using Samverkan.Formats.Tests.Servers;

namespace Samverkan.Tests.Deadlines.Calendar;

/// <summary>Reads a feed with ical.js, as calendar programs do.</summary>
internal static class ICal
{
    internal static async Task<JsonElement> ReadAsync(byte[] feed)
    {
        using var node = Process.Start(new ProcessStartInfo(TestServers.Node()!, ["ical.mjs"])
        {
            WorkingDirectory = TestServers.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.BaseStream.WriteAsync(feed);
        node.StandardInput.Close();
        await node.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(await output).RootElement;
    }

    internal static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
