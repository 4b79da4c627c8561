using System.Diagnostics;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Signals;

/// <summary>What is measured and traced of tries and notices, on the real use cases.</summary>
public sealed class AttemptSignalsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 11, 0);

    [Fact]
    public async Task Each_try_is_counted_and_timed_by_outcome_and_channel_and_traced_without_people()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", count: 3);
        using var host = new DispatchHost(shared, Noon);
        using var heard = new Heard(host.Instrumentation);
        await host.TryAsync(ids[0]);
        shared.Fail(AttemptOutcome.Transient, "folder.full");
        await host.TryAsync(ids[1]);
        await host.DieAsync(ids[2]);
        await host.TryAsync(ids[0]);

        foreach (var outcome in (string[])["handed-over", "transient", "abandoned"])
        {
            Assert.Equal(1, heard.Sum($"samverkan.delivery.attempts{{channel=folder,outcome={outcome}}}"));
            Assert.InRange(heard.Sum($"samverkan.delivery.attempt.duration{{channel=folder,outcome={outcome}}}"), 0, 60);
        }

        Assert.Equal(ids, heard.Traces.Select(t => t.GetTagItem("samverkan.delivery.id")));
        Assert.All(heard.Traces, t => Assert.Equal(("delivery attempt", DispatchHost.Stream.Value), (t.DisplayName, t.GetTagItem("samverkan.stream"))));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Error], heard.Traces.Select(t => t.Status));
        Assert.Equal("folder.full", heard.Traces.ElementAt(1).GetTagItem("samverkan.delivery.code"));
        Assert.DoesNotContain("@", heard.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain("Länet", heard.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_are_counted_once_by_kind()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Noon, "lan", version: DeliveryVersion.Decision);
        shared.Fail(AttemptOutcome.Permanent, "folder.failed");
        using var host = new DispatchHost(shared, Noon);
        using var heard = new Heard(host.Instrumentation);
        await host.TryAsync(ids[0]);
        await host.Notices.TellAsync(default);
        await host.Notices.TellAsync(default);
        Assert.Equal(2, heard.Sum("samverkan.notices{kind=needs-person}"));
    }
}
