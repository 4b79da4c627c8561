namespace Samverkan.Formats.Mime;

/// <summary>How much of a message <see cref="MimeReader"/> takes apart; what lies beyond stays unread, as body.</summary>
/// <param name="Depth">How deep parts may lie in parts; 10 by default.</param>
/// <param name="Parts">How many parts there may be in all; 500 by default.</param>
/// <param name="HeaderBytes">How long the header block of one part may be; 256 KiB by default.</param>
public sealed record MimeReaderLimits(int Depth = 10, int Parts = 500, int HeaderBytes = 256 * 1024);
