using Samverkan.Formats.Tests.Servers;
using Samverkan.Storage.Tests.Azure;

namespace EndToEnd.Tests;

/// <summary>A test against Azurite and smtp-server; skipped where node or one of them is missing.</summary>
public sealed class AzuriteSmtpFactAttribute : FactAttribute
{
    public AzuriteSmtpFactAttribute() => Skip = AzuriteProcess.Missing ?? TestServers.Missing;
}
