using Xunit.Sdk;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>A test of a contract, skipped where the suite's store cannot run here.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Samverkan.Storage.Tests.Contracts.ContractFactDiscoverer", "Samverkan.Storage.Tests")]
public sealed class ContractFactAttribute : FactAttribute;
