using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>A test that needs the mail server and the shared folder; skipped, by name, where either is missing.</summary>
internal sealed class SharedSmtpServerFactAttribute : FactAttribute
{
    public SharedSmtpServerFactAttribute() =>
        Skip = TestServers.Missing ?? (Shared.Exists ? null : "The shared folder with the real minutes is not here.");
}
