using Xunit.Sdk;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>A theory of a contract, skipped where the suite's store cannot run here.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Samverkan.Storage.Tests.Contracts.ContractTheoryDiscoverer", "Samverkan.Storage.Tests")]
public sealed class ContractTheoryAttribute : TheoryAttribute;
