using Samverkan.Deadlines;
using Samverkan.Intake.Minutes;

namespace Samverkan.Web.Pages;

/// <summary>How an extract was read, and what persons have corrected.</summary>
/// <param name="Extract">The extract as it is now.</param>
/// <param name="Reading">What was read, with places; null where it was kept without them, or is gone.</param>
/// <param name="Recipients">Whom it lists: the print, and in words whom that means.</param>
/// <param name="Omitted">The names of contacts that the obligation demands but the extract does not list.</param>
/// <param name="Correct">The command line that corrects a value.</param>
public sealed record ExtractView(
    ReceivedExtract Extract,
    ArchivedReading? Reading,
    IReadOnlyList<(string? Printed, string Means)> Recipients,
    IReadOnlyList<string> Omitted,
    string Correct);
