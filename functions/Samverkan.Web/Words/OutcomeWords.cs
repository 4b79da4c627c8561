using Samverkan.Dispatch;

namespace Samverkan.Web.Words;

/// <summary>How a try ended, in Swedish.</summary>
/// <param name="Text">The outcome.</param>
/// <param name="Tone">How urgently it is shown.</param>
/// <param name="Icon">The icon beside the text.</param>
public sealed record OutcomeWords(string Text, Tone Tone, string Icon)
{
    /// <summary>The words for an outcome.</summary>
    public static OutcomeWords Of(AttemptOutcome outcome)
    {
        var (tone, icon) = outcome switch
        {
            AttemptOutcome.Running => (Tone.Info, "arrow"),
            AttemptOutcome.HandedOver => (Tone.Good, "check"),
            AttemptOutcome.WrittenToFile => (Tone.Caution, "file"),
            AttemptOutcome.Transient => (Tone.Caution, "again"),
            AttemptOutcome.Permanent => (Tone.Urgent, "alert"),
            AttemptOutcome.Interrupted => (Tone.Caution, "cross"),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome of an attempt."),
        };
        return new OutcomeWords(SwedishWords.Of(outcome), tone, icon);
    }
}
