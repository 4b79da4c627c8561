using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>One reading of a message, counting its parts.</summary>
internal sealed class MimeParser(MimeReaderLimits limits)
{
    private int parts;

    public MimeEntity Entity(ReadOnlyMemory<byte> text, int depth)
    {
        parts++;
        var (fields, length) = HeaderReader.Read(text.Span, limits.HeaderBytes);
        var entity = new MimeEntity(fields, text[length..]);
        if (depth >= limits.Depth)
            return entity;
        if (entity.ContentType.StartsWith("multipart/", StringComparison.Ordinal))
            entity.Parts = Multipart(entity, depth);
        else if (entity.ContentType is "message/rfc822" or "message/global" && parts < limits.Parts)
            entity.Parts = [Entity(entity.Content(), depth + 1)];
        return entity;
    }

    private List<MimeEntity> Multipart(MimeEntity entity, int depth)
    {
        var found = new List<MimeEntity>();
        var delimiter = Encoding.UTF8.GetBytes("--" + entity.TypeParameter("boundary"));
        if (delimiter.Length == 2)
            return found;
        var body = entity.RawBody;
        var start = -1;
        for (var at = 0; at < body.Length;)
        {
            var feed = body.Span[at..].IndexOf((byte)'\n');
            var next = feed < 0 ? body.Length : at + feed + 1;
            if (IsDelimiter(body.Span[at..next], delimiter, out var closes))
            {
                if (start >= 0)
                    Add(body[start..at]);
                start = closes ? -1 : next;
                if (closes || parts >= limits.Parts)
                    break;
            }

            at = next;
        }

        if (start >= 0 && start < body.Length && parts < limits.Parts)
            Add(body[start..]); // the closing delimiter is missing: cut short on the way
        return found;

        void Add(ReadOnlyMemory<byte> part) => found.Add(Entity(WithoutLineEnd(part), depth + 1));
    }

    // After the delimiter only white space may follow, so that "--a" does not end at "--ab".
    private static bool IsDelimiter(ReadOnlySpan<byte> line, ReadOnlySpan<byte> delimiter, out bool closes)
    {
        closes = false;
        if (!line.StartsWith(delimiter))
            return false;
        var rest = line[delimiter.Length..].TrimEnd(" \t\r\n"u8);
        closes = rest.SequenceEqual("--"u8);
        return closes || rest.IsEmpty;
    }

    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> part) =>
        part.Span.EndsWith("\r\n"u8) ? part[..^2]
        : part.Span.EndsWith("\n"u8) ? part[..^1]
        : part;
}
