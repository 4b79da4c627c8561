namespace Samverkan.Dispatch.Letters;

/// <summary>A message as a person reads it, in Swedish.</summary>
/// <param name="Version">What it covers; a channel marks drafts and notices as such.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain text, lines ended by <c>\n</c>.</param>
/// <param name="Html">The same as an HTML document.</param>
public sealed record Letter(DeliveryVersion Version, string Subject, string Text, string Html);
