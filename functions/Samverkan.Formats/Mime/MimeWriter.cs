using System.Runtime.CompilerServices;

namespace Samverkan.Formats.Mime;

/// <summary>
/// Writes messages as RFC 5322 with MIME (RFC 2045–2047, 2231): ASCII only, CRLF everywhere, lines of at most 998
/// characters (76 wherever nothing forces more). The same message makes the same bytes each time.
/// </summary>
public static class MimeWriter
{
    // A message is measured, by us and for the server, before it is written: it is laid out once for all.
    private static readonly ConditionalWeakTable<MimeMessage, IReadOnlyList<MimeSegment>> Composed = [];

    /// <summary>How many bytes <see cref="WriteAsync"/> will write; what SIZE (RFC 1870) declares. Opens no attachment.</summary>
    public static long EncodedLength(MimeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Segments(message).Sum(segment => segment.Length);
    }

    /// <summary>Writes a message; attachments are streamed.</summary>
    /// <exception cref="IOException">
    /// An attachment's stream fails, or yields another number of bytes than it said; what was written is then no message.
    /// </exception>
    public static async Task WriteAsync(MimeMessage message, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var segment in Segments(message))
            await segment.WriteAsync(output, cancellationToken);
    }

    private static IReadOnlyList<MimeSegment> Segments(MimeMessage message) => Composed.GetValue(message, MimeComposer.Compose);
}
