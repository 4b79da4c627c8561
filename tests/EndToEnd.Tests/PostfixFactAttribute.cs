using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>A test with a real relay and the mail server behind it; skipped, by name, where either is missing.</summary>
internal sealed class PostfixFactAttribute : FactAttribute
{
    public PostfixFactAttribute() => Skip = TestServers.Missing ?? PostfixRelay.Missing;
}
