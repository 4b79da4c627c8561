namespace Samverkan.Formats.Tests.Servers;

/// <summary>A theory against the npm package smtp-server; skipped where node or the package is missing.</summary>
internal sealed class SmtpServerTheoryAttribute : TheoryAttribute
{
    public SmtpServerTheoryAttribute() => Skip = TestServers.Missing;
}
