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
    public static StateWords Of(DeliveryState state) => state switch
    {
        DeliveryState.Owed => new("Att skicka", "att skicka", Tone.Info, "clock"),
        DeliveryState.Claimed => new("Skickas", "skickas nu", Tone.Info, "arrow"),
        DeliveryState.Waiting => new("Försöks igen", "försöks igen", Tone.Caution, "again"),
        DeliveryState.HandedOver => new("Överlämnad", "överlämnade", Tone.Good, "check"),
        DeliveryState.Acknowledged => new("Kvitterad", "kvitterade", Tone.Good, "checks"),
        DeliveryState.WrittenToFile => new("Skriven till fil", "skrivna till fil", Tone.Caution, "file"),
        DeliveryState.NeedsPerson => new("Väntar på person", "väntar på person", Tone.Urgent, "alert"),
        DeliveryState.Cancelled => new("Återkallad", "återkallade", Tone.Neutral, "cross"),
        DeliveryState.Replaced => new("Ersatt", "ersatta", Tone.Neutral, "swap"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state of DeliveryState."),
    };
}
