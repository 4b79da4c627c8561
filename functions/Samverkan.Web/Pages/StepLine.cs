using NodaTime;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>One step of an occurrence, as its page tells it.</summary>
/// <param name="Words">The state that it led to.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why, as a sentence.</param>
/// <param name="Document">The file that did it; null where none did, or its name has been erased.</param>
/// <param name="By">The person who did it; null where none did.</param>
/// <param name="Event">The stored name of the event; null where time alone did it.</param>
public sealed record StepLine(OccurrenceWords Words, Instant At, string Why, string? Document, string? By, string? Event);
