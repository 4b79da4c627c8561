namespace Samverkan.Formats.Tests.Servers;

/// <summary>A test against the npm package smtp-server; skipped where node or the package is missing.</summary>
internal sealed class SmtpServerFactAttribute : FactAttribute
{
    public SmtpServerFactAttribute() => Skip = TestServers.Missing;
}
