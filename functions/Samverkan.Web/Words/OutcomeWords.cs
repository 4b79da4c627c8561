using Samverkan.Dispatch;

namespace Samverkan.Web.Words;

/// <summary>How a try ended, in Swedish.</summary>
/// <param name="Text">The outcome.</param>
/// <param name="Tone">How urgently it is shown.</param>
/// <param name="Icon">The icon beside the text.</param>
public sealed record OutcomeWords(string Text, Tone Tone, string Icon)
{
    /// <summary>The words for an outcome.</summary>
    public static OutcomeWords Of(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Running => new("Pågår", Tone.Info, "arrow"),
        AttemptOutcome.HandedOver => new("Överlämnad", Tone.Good, "check"),
        AttemptOutcome.WrittenToFile => new("Skriven till fil", Tone.Caution, "file"),
        AttemptOutcome.Transient => new("Tillfälligt fel", Tone.Caution, "again"),
        AttemptOutcome.Permanent => new("Bestående fel", Tone.Urgent, "alert"),
        AttemptOutcome.Interrupted => new("Avbrutet", Tone.Caution, "cross"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome of AttemptOutcome."),
    };
}
