using Xunit.Abstractions;
using Xunit.Sdk;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>Finds the theories of a suite.</summary>
public sealed class ContractTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo theory) =>
        SkippedContractCase.Of(DiagnosticMessageSink, options, method) ?? base.Discover(options, method, theory);
}
