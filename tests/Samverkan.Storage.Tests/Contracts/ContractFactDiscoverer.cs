using Xunit.Abstractions;
using Xunit.Sdk;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>Finds the facts of a suite.</summary>
public sealed class ContractFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact) =>
        SkippedContractCase.Of(DiagnosticMessageSink, options, method) ?? base.Discover(options, method, fact);
}
