using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch;

/// <summary>
/// A host that dies before any of its calls, of the ledger, the delivery log, the queue or the channel, on the way to each
/// end that a delivery can have. Another host then goes on until nothing is left to do.
/// </summary>
public sealed class DispatchCrashTests
{
    [Fact]
    public Task What_is_taken_at_once_is_handed_over_wherever_the_host_dies() =>
        DieEverywhereAsync("lan", (_, _) => AttemptOutcome.HandedOver, DeliveryState.HandedOver);

    [Fact]
    public Task What_is_put_off_is_handed_over_wherever_the_host_dies() =>
        DieEverywhereAsync("lan", (_, nth) => nth == 1 ? AttemptOutcome.Transient : AttemptOutcome.HandedOver, DeliveryState.HandedOver);

    [Fact]
    public Task What_is_refused_comes_to_a_person_wherever_the_host_dies() =>
        DieEverywhereAsync("lan", (_, _) => AttemptOutcome.Permanent, DeliveryState.NeedsPerson);

    [Fact]
    public Task What_is_refused_goes_over_the_other_channel_wherever_the_host_dies() =>
        DieEverywhereAsync("region", (way, _) => way is ChannelType.Folder ? AttemptOutcome.Permanent : AttemptOutcome.HandedOver, DeliveryState.HandedOver);

    [Fact]
    public Task What_is_put_off_until_the_tries_are_spent_comes_to_a_person_wherever_the_host_dies() =>
        DieEverywhereAsync("lan", (_, _) => AttemptOutcome.Transient, DeliveryState.NeedsPerson, deliveries: 1);

    private static async Task DieEverywhereAsync(string contact, Func<ChannelType, int, AttemptOutcome> answer, DeliveryState end, int deliveries = 2)
    {
        var calm = await CrashPlay.RunAsync(deliveries, contact, answer, death: null);
        await calm.CheckAsync(end, calm);
        var cut = new List<CrashPlay>();
        foreach (var port in Enum.GetValues<Port>())
        {
            var (call, death) = (0, new Death(port, 0));
            while (await CrashPlay.RunAsync(deliveries, contact, answer, death) is var play && death.HasCome)
            {
                await play.CheckAsync(end, calm);
                if (play.SentUnrecorded > 0) cut.Add(play);
                death = new Death(port, ++call);
            }

            Assert.True(call > 0, $"No host died at {port}.");
        }

        Assert.NotEmpty(cut);
    }
}
