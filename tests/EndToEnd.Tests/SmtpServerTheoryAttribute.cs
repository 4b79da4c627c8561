using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>A theory against the npm package smtp-server; skipped where node or the package is missing.</summary>
internal sealed class SmtpServerTheoryAttribute : TheoryAttribute
{
    public SmtpServerTheoryAttribute() => Skip = TestServers.Missing;
}
