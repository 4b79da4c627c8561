namespace Samverkan.Storage.Tests.Azure;

/// <summary>A test against Azurite; skipped where node or the package is missing.</summary>
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = AzuriteProcess.Missing;
}
