using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>Reads a block of header fields and unfolds them. Lines that are no field are passed over.</summary>
internal static class HeaderReader
{
    /// <summary>The fields, and how many bytes they and the blank line after them take, whole lines within the limit.</summary>
    public static (List<MimeHeaderField> Fields, int Length) Read(ReadOnlySpan<byte> text, int most)
    {
        var fields = new List<MimeHeaderField>();
        var (name, value) = ("", new StringBuilder());
        var at = 0;
        while (at < text.Length && at < most)
        {
            var feed = text[at..].IndexOf((byte)'\n');
            var next = feed < 0 ? text.Length : at + feed + 1;
            if (next > most)
                break;
            var line = CharsetReader.Decode(text[at..next].TrimEnd("\r\n"u8), null);
            at = next;
            if (line.Length == 0)
                break;
            if (line[0] is ' ' or '\t')
            {
                value.Append(line);
                continue;
            }

            Keep();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && Syntax.IsToken(line.AsSpan(0, colon).TrimEnd()))
            {
                name = line[..colon].TrimEnd();
                value.Append(line, colon + 1, line.Length - colon - 1);
            }
        }

        Keep();
        return (fields, at);

        void Keep()
        {
            if (name.Length > 0)
                fields.Add(new MimeHeaderField(name, value.ToString().Trim(' ', '\t')));
            name = "";
            value.Clear();
        }
    }
}
