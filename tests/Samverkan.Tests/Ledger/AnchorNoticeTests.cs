using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Tests.Deadlines;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Ledger;

public sealed class AnchorNoticeTests
{
    private const string Register = """
        { "municipality": "Prov", "contacts": [ { "id": "arkivet", "name": "Arkivet", "channel": { "type": "email", "address": "arkiv@region.example" } } ], "agreements": [] }
        """;

    [Fact]
    public async Task The_anchor_of_each_day_is_sent_once_whoever_sweeps_and_however_often()
    {
        var shared = new SweepHost.Shared { AnchorTo = "arkivet" };
        using var one = new SweepHost(shared, Paper.At("2022-03-01 05:00"));
        using var two = new SweepHost(shared, Paper.At("2022-03-01 05:00"));
        await one.ImportAsync(Register);
        foreach (var at in (string[])["2022-03-01 06:00", "2022-03-01 06:01", "2022-03-02 06:00", "2022-03-03 06:00"])
        {
            await one.SweepAsync(at);
            await two.SweepAsync(at);
        }

        var book = await one.Ledger.LoadAsync<DeliveryBook>(StreamId.Notices(2022), CancellationToken.None);
        var told = book.All.Where(d => d.Items.Any(i => i.Kind is NoticeKind.Anchored)).ToArray();
        var anchors = new List<Anchored>();
        await foreach (var e in one.Ledger.EventsAsync(StreamId.Audit, CancellationToken.None)) anchors.AddRange(e.Event is Anchored a ? [a] : []);
        Assert.Equal(3, anchors.Count);
        Assert.Equal(anchors.Select(a => a.Root).Order(StringComparer.Ordinal), told.Select(d => d.Items[0].Anchor!.Root).Order(StringComparer.Ordinal));
        Assert.All(told, d => Assert.Equal("arkivet", d.Contact.Value));
    }
}
