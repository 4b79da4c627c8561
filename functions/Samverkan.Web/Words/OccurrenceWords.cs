using Samverkan.Deadlines;

namespace Samverkan.Web.Words;

/// <summary>Where one year's obligation stands, in Swedish.</summary>
/// <param name="Text">The state, such as "Utkast överlämnat".</param>
/// <param name="Tone">How urgently it is shown.</param>
/// <param name="Icon">The icon beside the text.</param>
public sealed record OccurrenceWords(string Text, Tone Tone, string Icon)
{
    /// <summary>The words for a state.</summary>
    public static OccurrenceWords Of(OccurrenceState state) => state switch
    {
        OccurrenceState.Waiting => new("Väntar", Tone.Neutral, "clock"),
        OccurrenceState.DraftReceived => new("Utkast mottaget", Tone.Info, "inbox"),
        OccurrenceState.DraftDelivered => new("Utkast överlämnat", Tone.Info, "arrow"),
        OccurrenceState.Adopted => new("Antaget", Tone.Good, "check"),
        OccurrenceState.Fulfilled => new("Uppfyllt", Tone.Good, "checks"),
        OccurrenceState.Late => new("Försenat", Tone.Urgent, "alert"),
        OccurrenceState.Closed => new("Avslutat", Tone.Neutral, "cross"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state of an occurrence."),
    };

    /// <summary>The words for a state on a day: nobody waited for what was due before Samverkan came into use.</summary>
    public static OccurrenceWords Of(OccurrenceState state, Occurrence occurrence) =>
        state is OccurrenceState.Waiting && occurrence.IsHistory ? new("Historik", Tone.Neutral, "calendar") : Of(state);
}
