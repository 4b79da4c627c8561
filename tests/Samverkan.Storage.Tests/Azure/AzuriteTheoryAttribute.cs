namespace Samverkan.Storage.Tests.Azure;

/// <summary>A theory against Azurite; skipped where node or the package is missing.</summary>
public sealed class AzuriteTheoryAttribute : TheoryAttribute
{
    public AzuriteTheoryAttribute() => Skip = AzuriteProcess.Missing;
}
