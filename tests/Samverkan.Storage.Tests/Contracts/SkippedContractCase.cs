using Samverkan.Storage.Tests.Azure;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>A test that is told of as skipped, since what its suite runs on is not here.</summary>
public sealed class SkippedContractCase : XunitTestCase
{
    [Obsolete("For the runner, which makes it anew from its own form.")]
    public SkippedContractCase()
    {
    }

    private SkippedContractCase(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method)
        : base(messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
    {
    }

    /// <summary>The skipped case of a test; null where its suite can run.</summary>
    public static IXunitTestCase[]? Of(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method) =>
        AzuriteProcess.Missing is not null && method.TestClass.Class.GetCustomAttributes(typeof(RunsOnAzuriteAttribute)).Any()
            ? [new SkippedContractCase(messages, options, method)]
            : null;

    protected override string GetSkipReason(IAttributeInfo factAttribute) => AzuriteProcess.Missing ?? "";
}
