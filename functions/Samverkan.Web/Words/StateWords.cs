using Samverkan.Dispatch;

namespace Samverkan.Web.Words;

/// <summary>Where a delivery stands, in Swedish.</summary>
/// <param name="Text">The state, for one delivery.</param>
/// <param name="Many">The state, over a number of deliveries.</param>
/// <param name="Tone">How urgently it is shown.</param>
/// <param name="Icon">The icon beside the text.</param>
public sealed record StateWords(string Text, string Many, Tone Tone, string Icon)
{
    /// <summary>The words for a state.</summary>
    public static StateWords Of(DeliveryState state)
    {
        var (many, tone, icon) = state switch
        {
            DeliveryState.Owed => ("att skicka", Tone.Info, "clock"),
            DeliveryState.Claimed => ("skickas nu", Tone.Info, "arrow"),
            DeliveryState.Waiting => ("försöks igen", Tone.Caution, "again"),
            DeliveryState.HandedOver => ("överlämnade", Tone.Good, "check"),
            DeliveryState.Acknowledged => ("kvitterade", Tone.Good, "checks"),
            DeliveryState.WrittenToFile => ("skrivna till fil", Tone.Caution, "file"),
            DeliveryState.NeedsPerson => ("väntar på person", Tone.Urgent, "alert"),
            DeliveryState.Cancelled => ("återkallade", Tone.Neutral, "cross"),
            DeliveryState.Bounced => ("studsade", Tone.Urgent, "alert"),
            DeliveryState.Replaced => ("ersatta", Tone.Neutral, "swap"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state of a delivery."),
        };
        return new StateWords(SwedishWords.Of(state), many, tone, icon);
    }
}
