using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>What came of reading a text as minutes.</summary>
/// <param name="Extracts">One for each paragraph (§) of the minutes, in their order; empty where the text is no
/// minutes.</param>
/// <param name="Warnings">What concerns the document as a whole; <see cref="MinutesWarnings.NotMinutes"/> where it is
/// no minutes.</param>
public sealed record MinutesReading(IReadOnlyList<MinutesExtract> Extracts, IReadOnlyList<ReadingWarning> Warnings)
{
    /// <summary>Why the text was not read to its end; null where it was.</summary>
    public TextRefusal? Refusal { get; private init; }

    /// <summary>Whether the text is minutes or an extract of minutes.</summary>
    public bool IsMinutes => Extracts.Count > 0;

    internal static MinutesReading Refused(TextRefusal refusal) => new([], []) { Refusal = refusal };
}
