using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Samverkan.Intake.Text;

/// <summary>Tells kinds of files apart by their bytes.</summary>
public static class FileKinds
{
    private const int SampleLength = 4096;

    private static readonly SearchValues<byte> s_controls =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31]);

    /// <summary>The kind of a file.</summary>
    /// <param name="content">The file's bytes; seekable, left open and back at its beginning.</param>
    public static FileKind Detect(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        Span<byte> buffer = stackalloc byte[SampleLength];
        var sample = buffer[..content.ReadAtLeast(buffer, SampleLength, throwOnEndOfStream: false)];
        var kind = KindOf(sample, content);
        content.Position = 0;
        return kind;
    }

    /// <summary>The kind that a file's name claims; null where the name claims none that matters.</summary>
    /// <param name="fileName">A file name or path.</param>
    public static FileKind? ClaimedBy(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".TXT" => FileKind.PlainText,
        ".DOCX" or ".DOTX" => FileKind.Word,
        ".DOCM" or ".DOTM" => FileKind.WordWithMacros,
        ".XLSX" => FileKind.Excel,
        ".PDF" => FileKind.Pdf,
        ".ZIP" => FileKind.Zip,
        ".DOC" or ".XLS" or ".PPT" => FileKind.OldOffice,
        _ => null,
    };

    private static FileKind KindOf(ReadOnlySpan<byte> sample, Stream content) => sample switch
    {
        [] => FileKind.Empty,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => IsEncryptedPackage(content) ? FileKind.Encrypted : FileKind.OldOffice,
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => ZipKind(content),
        _ when sample[..Math.Min(sample.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
        _ => LooksLikeText(sample) ? FileKind.PlainText : FileKind.Unknown,
    };

    /// <summary>A password-protected .docx is an OLE container with a stream of this name (MS-OFFCRYPTO 1.3.2).</summary>
    private static bool IsEncryptedPackage(Stream content)
    {
        ReadOnlySpan<byte> name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[1 << 16];
        var kept = 0;
        content.Position = 0;
        while (content.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(name) >= 0)
            {
                return true;
            }

            kept = Math.Min(name.Length - 1, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static FileKind ZipKind(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/').TrimStart('/')).ToList();
            var office = names.Exists(name => Is(name, "[Content_Types].xml"));
            return names switch
            {
                _ when !office => FileKind.Zip,
                _ when names.Exists(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) =>
                    FileKind.WordWithMacros,
                _ when names.Exists(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) => FileKind.Word,
                _ when names.Exists(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) => FileKind.Excel,
                _ => FileKind.Zip,
            };
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException)
        {
            return FileKind.BrokenZip;
        }

        static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Text has no control characters but tabs, line ends and form feeds; UTF-16 says what it is with its
    /// mark.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> sample)
    {
        if (sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return true;
        }

        var controls = 0;
        for (var rest = sample; rest.IndexOfAny(s_controls) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            controls++;
        }

        return !sample.Contains((byte)0) && controls * 100 <= sample.Length;
    }
}
