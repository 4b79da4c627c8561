using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>What a decision is known by. What the text does not state is null, and is shown as not stated.</summary>
/// <param name="Paragraph">The paragraph's number, such as <c>193</c>.</param>
/// <param name="DiaryNumber">The case's registry number, as printed.</param>
/// <param name="Title">The matter's title.</param>
/// <param name="Body">The body that decided.</param>
/// <param name="DecidedOn">The day of the meeting; never the day of receipt.</param>
public sealed record Decision(string? Paragraph, string? DiaryNumber, string? Title, string? Body, LocalDate? DecidedOn);
