using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>A test with a browser and the mail server; skipped, by name, where either is missing.</summary>
internal sealed class ChromiumSmtpFactAttribute : FactAttribute
{
    public ChromiumSmtpFactAttribute() => Skip = TestServers.Missing ?? new ChromiumFactAttribute().Skip;
}
