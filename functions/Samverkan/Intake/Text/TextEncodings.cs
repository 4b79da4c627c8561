using System.Text;
using System.Text.Unicode;

namespace Samverkan.Intake.Text;

/// <summary>Finds out how a text file is encoded: by its mark; else UTF-8 where all of it is valid UTF-8; else
/// Windows-1252.</summary>
internal static class TextEncodings
{
    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding and the length of the byte order mark in bytes; null where the time ran out.</summary>
    public static (Encoding Encoding, int MarkLength)? Detect(Stream content, CancellationToken stop)
    {
        Span<byte> mark = stackalloc byte[3];
        content.Position = 0;
        var length = content.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        content.Position = 0;
        return mark[..length] switch
        {
            [0xEF, 0xBB, 0xBF] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => IsUtf8(content, stop) is not { } utf8 ? null : (utf8 ? Encoding.UTF8 : s_windows1252, 0),
        };
    }

    private static bool? IsUtf8(Stream content, CancellationToken stop)
    {
        var buffer = new byte[Math.Min(1 << 16, content.Length + 4)];
        var kept = 0;
        while (content.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            var filled = buffer.AsSpan(0, kept + read);
            kept = UnfinishedTail(filled);
            if (!Utf8.IsValid(filled[..^kept]))
            {
                return false;
            }

            filled[^kept..].CopyTo(buffer);
        }

        return kept == 0;
    }

    /// <summary>How many bytes at the end begin a character whose rest is in the next piece.</summary>
    private static int UnfinishedTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }

            if (b < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }
}
